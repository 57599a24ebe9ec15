using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>The calling thread's lcore; <c>LCORE_ID_ANY</c> for a thread that EAL does not know, and before EAL is initialised.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_lcore_id() => *PerLcore.LcoreId;

    /// <summary><c>foreach (uint lcore in RTE_LCORE_FOREACH())</c>: all enabled lcores.</summary>
    public static rte_lcore_sequence RTE_LCORE_FOREACH() => new(skipMain: false);

    /// <summary><c>foreach (uint lcore in RTE_LCORE_FOREACH_WORKER())</c>: all enabled lcores but the main one.</summary>
    public static rte_lcore_sequence RTE_LCORE_FOREACH_WORKER() => new(skipMain: true);
}

/// <summary>What <c>RTE_LCORE_FOREACH</c> walks. A struct with a struct enumerator: nothing is allocated.</summary>
public readonly struct rte_lcore_sequence
{
    private readonly bool _skipMain;

    internal rte_lcore_sequence(bool skipMain) => _skipMain = skipMain;

    public Enumerator GetEnumerator() => new(_skipMain);

    public struct Enumerator
    {
        private readonly int _skipMain;

        internal Enumerator(bool skipMain)
        {
            _skipMain = skipMain ? 1 : 0;
            Current = uint.MaxValue;
        }

        public uint Current { get; private set; }

        public bool MoveNext() => (Current = Dpdk.rte_get_next_lcore(Current, _skipMain, 0)) < Dpdk.RTE_MAX_LCORE;
    }
}
