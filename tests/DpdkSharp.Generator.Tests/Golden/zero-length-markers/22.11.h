typedef void *marker_t[0];
typedef uint64_t marker64_t[0];
struct item { uint16_t a; };
struct marked {
	marker_t start;
	uint32_t a;
	marker64_t middle;
	uint64_t b;
	marker_t end;
};
struct tail { uint32_t count; struct item items[]; };
struct table { uint32_t count; void *entries[0]; };
