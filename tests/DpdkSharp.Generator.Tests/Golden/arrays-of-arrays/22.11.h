typedef uint8_t address_t[6];
struct entry { uint32_t key; };
struct grids {
	uint16_t cube[2][3][4];
	struct entry entries[2][2];
	address_t addresses[3];
	void *pointers[2][2];
	char names[2][16];
};
