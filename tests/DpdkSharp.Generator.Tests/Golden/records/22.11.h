/* Members of anonymous members are members of the record; named unnamed records are nested types. */
struct inner { uint8_t a; uint32_t b; };
struct outer {
	uint64_t first;
	union {
		uint32_t word;
		struct {
			uint16_t low;
			uint16_t high;
		};
	};
	struct {
		uint8_t x;
		union { uint16_t y; int8_t z; } deep;
	} named;
	struct inner values[3];
	const char *name;
	uint8_t matrix[2][3];
	struct outer *next;
	size_t length;
	bool flag;
	enum { RED, GREEN = 7 } colour;
};
typedef struct { int32_t only; } typedef_name_t;
struct never_defined;
struct user { struct never_defined *hidden; typedef_name_t t; int event; };
