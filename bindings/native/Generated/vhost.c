/* What vhost has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_vhost.h>
#include <rte_vhost_async.h>
#include <rte_vhost_crypto.h>
#include <rte_vdpa.h>

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_vhost_va_from_guest_pa(struct rte_vhost_memory *mem, uint64_t gpa, uint64_t *len) { return rte_vhost_va_from_guest_pa(mem, gpa, len); }
