typedef int (*inner_t)(void *arg);
typedef inner_t (*chooser_t)(int which);
typedef void (plain_t)(uint32_t level);
struct callbacks {
	inner_t one;
	chooser_t choose;
	void (*takes)(inner_t (*nested)(chooser_t chooser), plain_t *plain);
	inner_t *table;
	void (*(*returns)(int))(double);
	plain_t *plain;
};
void set(plain_t plain, chooser_t *choosers, inner_t (*make)(void));
