/* What reorder has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_reorder.h>

DPDKSHARP_EXPORT rte_reorder_seqn_t *dpdksharp_rte_reorder_seqn(struct rte_mbuf *mbuf) { return rte_reorder_seqn(mbuf); }
