typedef void (*callback_t)(void *arg);
typedef uint8_t uuid_t[16];
struct flexible { uint32_t count; uint64_t items[]; };
struct marked { uint8_t a; uint32_t marker[0]; uint32_t b; };
struct pointers { void *table[4]; callback_t calls[2]; uuid_t id; };
