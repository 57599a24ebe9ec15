enum colour { RED, GREEN, BLUE };
struct units {
	uint32_t first:20;
	uint32_t second:20;
	uint8_t small:7;
	uint8_t next:2;
	uint16_t :0;
	uint16_t fresh:1;
	bool flag:1;
	enum colour colour:2;
	int64_t negative:33;
	uint64_t full:64;
};
struct crossing { uint8_t a:3; uint32_t b:31; uint64_t c:38; } __attribute__((packed));
union overlaid { uint32_t word; struct { uint32_t low:4; uint32_t high:28; }; };
