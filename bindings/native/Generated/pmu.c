/* What pmu has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#if DPDKSHARP_FOR(0x4) /* 25.11 */
#include <rte_pmu.h>
#endif
#if DPDKSHARP_FOR(0x4) /* 25.11 */
#include <rte_pmu_pmc_x86_64.h>
#endif

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT uint64_t dpdksharp___rte_pmu_read_userpage(struct perf_event_mmap_page *pc) { return __rte_pmu_read_userpage(pc); }
#endif

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT uint64_t dpdksharp_rte_pmu_read(uint32_t index) { return rte_pmu_read(index); }
#endif

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT uint64_t dpdksharp_rte_pmu_pmc_read(int32_t index) { return rte_pmu_pmc_read(index); }
#endif
