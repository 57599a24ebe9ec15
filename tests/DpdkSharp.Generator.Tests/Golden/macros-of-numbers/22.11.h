#define DECIMAL 7
#define HEXADECIMAL 0x10
#define OCTAL 010
#define NEGATIVE (-5)
#define MINIMUM (-2147483647 - 1)
#define UNSIGNED 3000000000u
#define LARGE 3000000000
#define LONG_MINIMUM (-9223372036854775807LL - 1)
#define LONG_MAXIMUM UINT64_MAX
#define BIT (1ULL << 63)
#define ALL (~0ULL)
#define CAST ((uint8_t)-1)
#define CAST_SHORT ((int16_t)0x8000)
#define SIZE sizeof(uint64_t)
#define SIZE_OF_RECORD (sizeof(struct three) * 2)
#define CONDITION (DECIMAL > 3 ? HEXADECIMAL : OCTAL)
#define COMPARISON (DECIMAL == 7)
#define CHARACTER '\n'
#define FLOAT 0.25f
#define DOUBLE -1e-3
#define TRUTH true
struct three { uint8_t a[3]; };
