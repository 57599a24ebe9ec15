struct record { int a; };
int everywhere(int a);
int moves(int a);
int renamed_parameter(int before);
int pointer_type_only(struct record *r);
int another_parameter(int a);
int another_result(int a);
int wider(uint16_t port);
int removed(void);
__rte_experimental int becomes_stable(void);
int becomes_deprecated(void);
static inline int becomes_exported(int a) { return a; }
extern int variable;
extern int variable_moves;
