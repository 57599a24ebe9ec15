typedef int (*compare_t)(const void *a, const void *b, void *arg);
struct pair { int32_t a; int32_t b; };
enum mode { MODE_A, MODE_B = 5 };
int plain(uint16_t port, const char *name, size_t length, long offset);
void takes_callback(compare_t compare, compare_t *table, void (**returned)(int));
compare_t returns_callback(enum mode mode);
struct pair by_value(struct pair pair);
int log_message(uint32_t level, const char *format, ...);
int log_list(const char *format, va_list list);
int array_parameter(const uint8_t key[40], struct pair pairs[]);
static inline int in_the_header(int a) { return a; }
int declared_and_nowhere(void);
typedef int v4 __attribute__((vector_size(16)));
v4 vectors(v4 a);
__rte_experimental int trial(int event);
__attribute__((deprecated)) int old(void);
extern int counter;
extern __thread int per_thread;
extern struct pair pair;
