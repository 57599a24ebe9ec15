// Types that 22.11 has other names for than the newer versions, whose names C# has. Included after the headers.

// An address of IPv6 is sixteen bytes there, and has no type.
struct rte_ipv6_addr;
template <> struct claims::agree<claims::named<rte_ipv6_addr>, std::uint8_t> : std::true_type {};

// The context of a security device has a type there; since then it is void.
template <> struct claims::agree<claims::pointer<claims::nothing>, rte_security_ctx *> : std::true_type {};

// The enum has no prefix there.
enum rte_pmd_dlb2_token_pop_mode : unsigned;
template <> struct claims::agree<claims::named<rte_pmd_dlb2_token_pop_mode>, dlb2_token_pop_mode> : std::true_type {};

// eth_rx_queue_count_t: a negative number is an error since 25.11.
template <> struct claims::agree<claims::function<claims::integer<4>, claims::pointer<claims::nothing>>, std::uint32_t (*)(void *)> : std::true_type {};
