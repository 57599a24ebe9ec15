#include <rte_bitops.h>
#include <rte_bitset.h>
#include "../export.h"

/* One operation on a bit, by its number: what it answers, or 0. */
#define BIT(bits)                                                                           \
    int o_bit##bits(int operation, uint##bits##_t *a, unsigned n, int value, int order)     \
    {                                                                                       \
        switch (operation) {                                                                \
        case 0: return rte_bit_test(a, n);                                                  \
        case 1: rte_bit_set(a, n); return 0;                                                \
        case 2: rte_bit_clear(a, n); return 0;                                              \
        case 3: rte_bit_assign(a, n, value); return 0;                                      \
        case 4: rte_bit_flip(a, n); return 0;                                               \
        case 5: return rte_bit_atomic_test(a, n, rte_memory_order_acquire);                 \
        case 6: rte_bit_atomic_set(a, n, order); return 0;                                  \
        case 7: rte_bit_atomic_clear(a, n, order); return 0;                                \
        case 8: rte_bit_atomic_assign(a, n, value, order); return 0;                        \
        case 9: rte_bit_atomic_flip(a, n, order); return 0;                                 \
        case 10: return rte_bit_atomic_test_and_set(a, n, order);                           \
        case 11: return rte_bit_atomic_test_and_clear(a, n, order);                         \
        default: return rte_bit_atomic_test_and_assign(a, n, value, order);                 \
        }                                                                                   \
    }
BIT(32)
BIT(64)

EXPORT(bool, rte_bitset_test, (const uint64_t *b, size_t n), (b, n))
EXPORT(void, rte_bitset_set, (uint64_t *b, size_t n), (b, n))
EXPORT(void, rte_bitset_clear, (uint64_t *b, size_t n), (b, n))
EXPORT(void, rte_bitset_assign, (uint64_t *b, size_t n, bool v), (b, n, v))
EXPORT(void, rte_bitset_flip, (uint64_t *b, size_t n), (b, n))
EXPORT(size_t, rte_bitset_count_set, (const uint64_t *b, size_t n), (b, n))
EXPORT(size_t, rte_bitset_count_clear, (const uint64_t *b, size_t n), (b, n))
EXPORT(ssize_t, rte_bitset_find_first_set, (const uint64_t *b, size_t n), (b, n))
EXPORT(ssize_t, rte_bitset_find_first_clear, (const uint64_t *b, size_t n), (b, n))
EXPORT(ssize_t, rte_bitset_find_set, (const uint64_t *b, size_t n, size_t s, size_t l), (b, n, s, l))
EXPORT(ssize_t, rte_bitset_find_clear, (const uint64_t *b, size_t n, size_t s, size_t l), (b, n, s, l))
EXPORT(ssize_t, rte_bitset_find_set_wrap, (const uint64_t *b, size_t n, size_t s, size_t l), (b, n, s, l))
EXPORT(ssize_t, rte_bitset_find_clear_wrap, (const uint64_t *b, size_t n, size_t s, size_t l), (b, n, s, l))
EXPORT(void, rte_bitset_copy, (uint64_t *d, const uint64_t *s, size_t n), (d, s, n))
EXPORT(void, rte_bitset_or, (uint64_t *d, const uint64_t *a, const uint64_t *b, size_t n), (d, a, b, n))
EXPORT(void, rte_bitset_and, (uint64_t *d, const uint64_t *a, const uint64_t *b, size_t n), (d, a, b, n))
EXPORT(void, rte_bitset_xor, (uint64_t *d, const uint64_t *a, const uint64_t *b, size_t n), (d, a, b, n))
EXPORT(void, rte_bitset_complement, (uint64_t *d, const uint64_t *s, size_t n), (d, s, n))
EXPORT(void, rte_bitset_shift_left, (uint64_t *d, const uint64_t *s, size_t n, size_t k), (d, s, n, k))
EXPORT(void, rte_bitset_shift_right, (uint64_t *d, const uint64_t *s, size_t n, size_t k), (d, s, n, k))
EXPORT(bool, rte_bitset_equal, (const uint64_t *a, const uint64_t *b, size_t n), (a, b, n))
