#include <rte_flow.h>
#include "export.h"

EXPORT(uint32_t, rte_flow_dynf_metadata_get, (struct rte_mbuf *m), (m))
EXPORT(void, rte_flow_dynf_metadata_set, (struct rte_mbuf *m, uint32_t v), (m, v))
EXPORT(int, rte_flow_dynf_metadata_avail, (void), ())
