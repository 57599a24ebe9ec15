struct event { int params; struct event *ref; uint8_t object:4; void *lock[2]; };
enum string { is, as = 2 };
union out { int in; };
struct twice { uint32_t a; };
extern struct twice twice;
int internal(struct event *event, enum string string, union out *out, int checked);
struct self { struct self *self; uint32_t flag:1; };
