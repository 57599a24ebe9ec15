#define SAME 1
#define CHANGED 1
#define CHANGED_TEXT "old"
#define REMOVED 9
enum state { STATE_A, STATE_B, STATE_MAX };
struct stays { uint32_t a; uint16_t b; };
struct moves { uint32_t a; uint8_t list[4]; struct stays *next; uint32_t flag:1; };
struct holds { struct moves first; uint16_t last; };
struct grows_inside { uint32_t a; uint32_t reserved; };
struct only_old { int a; };
int both(int a);
int old_only(int a);
int changed(int a);
