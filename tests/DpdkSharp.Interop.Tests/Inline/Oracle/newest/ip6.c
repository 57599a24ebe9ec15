#include <rte_ether.h>
#include <rte_ip6.h>
#include <rte_lcore_var.h>
#include <rte_string_fns.h>
#include "../export.h"

typedef const struct rte_ipv6_addr *address;
EXPORT(bool, rte_ipv6_addr_eq, (address a, address b), (a, b))
EXPORT(void, rte_ipv6_addr_mask, (struct rte_ipv6_addr *a, uint8_t d), (a, d))
EXPORT(bool, rte_ipv6_addr_eq_prefix, (address a, address b, uint8_t d), (a, b, d))
EXPORT(uint8_t, rte_ipv6_mask_depth, (address a), (a))
EXPORT(int, rte_ipv6_mc_scope, (address a), (a))
EXPORT(void, rte_ipv6_llocal_from_ethernet, (struct rte_ipv6_addr *a, const struct rte_ether_addr *m), (a, m))
EXPORT(void, rte_ipv6_solnode_from_addr, (struct rte_ipv6_addr *s, address a), (s, a))
EXPORT(void, rte_ether_mcast_from_ipv6, (struct rte_ether_addr *m, address a), (m, a))
/* One bit for each question about an address, in the order of the header. */
int o_ipv6_kind(address a)
{
    return rte_ipv6_addr_is_unspec(a) | rte_ipv6_addr_is_loopback(a) << 1 | rte_ipv6_addr_is_linklocal(a) << 2
        | rte_ipv6_addr_is_sitelocal(a) << 3 | rte_ipv6_addr_is_v4compat(a) << 4 | rte_ipv6_addr_is_v4mapped(a) << 5
        | rte_ipv6_addr_is_mcast(a) << 6;
}
EXPORT(void *, rte_lcore_var_lcore, (unsigned l, void *h), (l, h))
EXPORT(const char *, rte_str_skip_leading_spaces, (const char *s), (s))
