namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>Which header of a tunnelled packet RSS looks at, as the flags <c>RTE_ETH_RSS_LEVEL_*</c> say: 0 the driver's choice, 1 the outermost, 2 the innermost.</summary>
    public static ulong RTE_ETH_RSS_LEVEL(ulong rss_hf) => (rss_hf & RTE_ETH_RSS_LEVEL_MASK) >> 50;

    /// <summary>The capability bit of a mode of forward error correction.</summary>
    public static uint RTE_ETH_FEC_MODE_TO_CAPA(rte_eth_fec_mode x) => 1U << (int)x;

    /// <inheritdoc cref="RTE_ETH_FEC_MODE_TO_CAPA"/>
    public static uint RTE_ETH_FEC_MODE_CAPA_MASK(rte_eth_fec_mode x) => RTE_ETH_FEC_MODE_TO_CAPA(x);

    /// <summary>The capability bit of a number of lanes.</summary>
    public static uint RTE_ETH_SPEED_LANES_TO_CAPA(uint x) => 1U << (int)x;

    /// <summary>The capability bit of an RSS hash function.</summary>
    public static uint RTE_ETH_HASH_ALGO_TO_CAPA(rte_eth_hash_function x) => 1U << (int)x;

    /// <inheritdoc cref="RTE_ETH_HASH_ALGO_TO_CAPA"/>
    public static uint RTE_ETH_HASH_ALGO_CAPA_MASK(rte_eth_hash_function x) => RTE_ETH_HASH_ALGO_TO_CAPA(x);

    /// <summary>The bytes that a transmit buffer for that many packets needs.</summary>
    public static nuint RTE_ETH_TX_BUFFER_SIZE(nuint sz) => (nuint)sizeof(rte_eth_dev_tx_buffer) + (sz * (nuint)sizeof(rte_mbuf*));

    /// <summary>The ports that device arguments fit. <paramref name="iter"/> keeps the place; who leaves the loop early calls <see cref="rte_eth_iterator_cleanup"/>.</summary>
    public static rte_id_sequence RTE_ETH_FOREACH_MATCHING_DEV(byte* devargs, rte_dev_iterator* iter) =>
        rte_eth_iterator_init(iter, devargs) == 0 ? new(&NextMatchingPort, (nint)iter) : new(&NoPort);

    /// <summary>The ports of a device.</summary>
    public static rte_id_sequence RTE_ETH_FOREACH_DEV_OF(rte_device* parent) => new(&NextPortOf, (nint)parent);

    /// <summary>The ports that share their device with a port, itself among them.</summary>
    public static rte_id_sequence RTE_ETH_FOREACH_DEV_SIBLING(ushort ref_port_id) => new(&NextSibling, ref_port_id);

    private static int NextMatchingPort(int last, nint iter) => Port(rte_eth_iterator_next((rte_dev_iterator*)iter));

    private static int NoPort(int last, nint context) => -1;

    private static int NextPortOf(int last, nint parent) => Port(rte_eth_find_next_of((ushort)(last + 1), (rte_device*)parent));

    private static int NextSibling(int last, nint port) => Port(rte_eth_find_next_sibling((ushort)(last + 1), (ushort)port));

    private static int Port(ushort id) => id < RTE_MAX_ETHPORTS ? id : -1;
}
