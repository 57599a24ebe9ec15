using System.IO.Enumeration;

namespace DpdkSharp.Interop.Tests.Shim;

/// <summary>The functions that random input cannot compare call by call, and what tests them instead.</summary>
internal static class Uncompared
{
    private static readonly (string Name, string Reason)[] s_list =
    [
        ("rte_rdtsc*", "the time passes between two calls: CyclesTests"),
        ("rte_get_tsc_cycles", "the time passes between two calls: CyclesTests"),
        ("rte_get_timer_cycles", "the time passes between two calls: CyclesTests"),
        ("rte_delay_ms", "waits: CyclesTests"),
        ("rte_gettid", "the number of the thread: LcoreTests"),
        ("rte_lcore_var_lcore", "DPDK's own memory: EalHelperTests"),
        ("rte_mempool_*contig_blocks", "a pool over a ring gives none: OtherFunctionTests"),
        ("rte_cyclecounter_*", "a counter with a callback of its own: EalHelperTests"),
        ("rte_fbk_hash_get_bucket", "needs a table: OtherFunctionTests"),
        ("rte_fbk_hash_*_with_bucket", "needs a table: OtherFunctionTests"),
        ("rte_fbk_hash_*", "needs a table: HashTests"),
        ("rte_flow_dynf_metadata_*", "needs a registered field: FlowMetadataTests"),
        ("rte_graph_*", "needs a graph: GraphTests"),
        ("rte_hash_crc_*_alg", "changes what later calls answer: HashTests"),
        ("rte_ipv6_get_next_ext", "reads headers that lead to one another: NetTests"),
        ("rte_lpm_*", "needs a table: LpmTests"),
        ("rte_mcslock_*", "a queue of threads: LockTests"),
        ("rte_meter_*", "needs a meter: MeterTests"),
        ("rte_node_*", "needs a graph: GraphTests"),
        ("rte_rcu_*", "needs a variable of readers: RcuTests"),
        ("rte_reciprocal_divide*", "takes what another function makes: EalHelperTests"),
        ("rte_reorder_*", "needs a registered field: PacketHelperTests"),
        ("rte_stack_*", "needs a stack: StackTests"),
        ("rte_thash_load_v6_addrs", "reads tuples as they are laid out: HashTests"),
        ("rte_timecounter_*", "a counter with a callback of its own: EalHelperTests"),
        ("rte_bitset_*", "sizes and places must fit: BitsetTests"),
        ("rte_bitmap_*", "needs a bitmap: BitmapTests"),
        ("rte_strl*", "needs texts that end: EalHelperTests"),
        ("rte_str_skip_leading_spaces", "needs texts that end: EalHelperTests"),
    ];

    public static bool Covers(string function) => TestOf(function) is not null;

    /// <summary>The name of the tests that the reason for a function names; null when it is compared.</summary>
    public static string? TestOf(string function) => Array.Find(s_list, e => FileSystemName.MatchesSimpleExpression(e.Name, function, ignoreCase: false)) is { Reason: { } reason }
        ? reason[(reason.LastIndexOf(' ') + 1)..]
        : null;
}
