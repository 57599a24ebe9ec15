struct packed { uint8_t a; uint32_t b; uint16_t c; } __attribute__((packed));
struct aligned { uint32_t a; } __attribute__((aligned(64)));
struct both { uint8_t a; uint16_t b; } __attribute__((packed, aligned(2)));
