enum state { STATE_OFF, STATE_ON = 4 };
#define STATE_DEFAULT STATE_ON
#define STATE_NEXT (STATE_ON + 1)
#define STATE_CAST ((enum state)4)
#define STATE_OFF STATE_OFF
