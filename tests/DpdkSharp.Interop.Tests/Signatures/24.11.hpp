// Types that 24.11 has other names for than the newer versions, whose names C# has. Included after the headers.

// eth_rx_queue_count_t: a negative number is an error since 25.11.
template <> struct claims::agree<claims::function<claims::integer<4>, claims::pointer<claims::nothing>>, std::uint32_t (*)(void *)> : std::true_type {};
