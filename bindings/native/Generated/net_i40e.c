/* What net_i40e has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_pmd_i40e.h>

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_i40e_inset_field_get(uint64_t inset, uint8_t field_idx) { return rte_pmd_i40e_inset_field_get(inset, field_idx); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_i40e_inset_field_set(uint64_t *inset, uint8_t field_idx) { return rte_pmd_i40e_inset_field_set(inset, field_idx); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_i40e_inset_field_clear(uint64_t *inset, uint8_t field_idx) { return rte_pmd_i40e_inset_field_clear(inset, field_idx); }
