/* By the generator: changes here are lost. */
#include <rte_version.h>

#define DPDKSHARP_EXPORT __attribute__((visibility("default")))

/* DPDKSHARP_FOR(BITS): the headers are those of one of the versions, a bit each, oldest first. */
#if RTE_VER_YEAR == 22 && RTE_VER_MONTH == 11
#define DPDKSHARP_FOR(bits) ((bits) & 0x1)
#elif RTE_VER_YEAR == 24 && RTE_VER_MONTH == 11
#define DPDKSHARP_FOR(bits) ((bits) & 0x2)
#elif RTE_VER_YEAR == 25 && RTE_VER_MONTH == 11
#define DPDKSHARP_FOR(bits) ((bits) & 0x4)
#else
#error "the generator has not read this version of DPDK"
#endif
