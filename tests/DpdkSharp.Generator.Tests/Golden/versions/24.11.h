#define SAME 1
#define CHANGED 2
#define CHANGED_TEXT "new"
#define ADDED 4
enum state { STATE_A, STATE_B, STATE_C, STATE_MAX };
struct stays { uint32_t a; uint16_t b; };
struct moves { uint64_t id; uint32_t a; uint8_t list[8]; struct stays *next; uint32_t other:2; uint32_t flag:1; void (*added)(int); };
struct holds { struct moves first; uint16_t last; };
struct grows_inside { uint32_t a; uint16_t fresh; uint16_t reserved2; };
struct only_new { int a; };
int both(int a);
int new_only(int a);
int changed(int a, int64_t b);
