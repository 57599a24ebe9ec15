struct packet {
	union {
		uint64_t whole;
		struct {
			uint8_t kind;
			union {
				uint16_t code;
				struct { uint8_t high; uint8_t low; };
			};
			uint32_t last;
		};
	};
	union { uint32_t in; float out; } value;
	struct { union { uint8_t a; uint16_t b; }; uint8_t c; } list[2];
};
union top { struct { uint32_t lo; uint32_t hi; }; uint64_t both; uint8_t bytes[8]; };
