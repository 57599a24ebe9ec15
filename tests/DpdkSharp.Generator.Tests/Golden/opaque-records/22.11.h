struct never_defined;
typedef struct hidden *hidden_t;
union unseen;
struct handle { struct never_defined *one; hidden_t two; union unseen **three; };
struct never_defined *create(hidden_t hidden);
