/* What rib has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_rib.h>
#include <rte_rib6.h>

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_rib_depth_to_mask(uint8_t depth) { return rte_rib_depth_to_mask(depth); }

DPDKSHARP_EXPORT void dpdksharp_rte_rib6_copy_addr(uint8_t *dst, const uint8_t *src) { rte_rib6_copy_addr(dst, src); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_rib6_is_equal(const uint8_t *ip1, const uint8_t *ip2) { return rte_rib6_is_equal(ip1, ip2); }

DPDKSHARP_EXPORT uint8_t dpdksharp_get_msk_part(uint8_t depth, int32_t byte) { return get_msk_part(depth, byte); }
