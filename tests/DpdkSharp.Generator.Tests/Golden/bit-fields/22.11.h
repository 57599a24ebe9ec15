struct bits {
	uint32_t a:3;
	uint32_t b:29;
	uint64_t c:40;
	uint8_t d:1;
	uint8_t :3;
	uint8_t e:4;
	int32_t s:5;
};
struct across { uint16_t a:12; uint16_t b:10; uint16_t c:10; } __attribute__((packed));
