typedef uint8_t address_t[6];
struct holder {
	uint32_t (*row)[8];
	address_t *addresses;
	const char (*names)[16];
	uint8_t (*(*deep)[2])[4];
};
void fill(uint32_t (*rows)[8], address_t address, const char names[][16]);
