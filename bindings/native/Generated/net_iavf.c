/* What net_iavf has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_pmd_iavf.h>

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pmd_ifd_dynf_proto_xtr_metadata_avail(void) { return rte_pmd_ifd_dynf_proto_xtr_metadata_avail(); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_pmd_ifd_dynf_proto_xtr_metadata_get(struct rte_mbuf *m) { return rte_pmd_ifd_dynf_proto_xtr_metadata_get(m); }

DPDKSHARP_EXPORT void dpdksharp_rte_pmd_ifd_dump_proto_xtr_metadata(struct rte_mbuf *m) { rte_pmd_ifd_dump_proto_xtr_metadata(m); }
