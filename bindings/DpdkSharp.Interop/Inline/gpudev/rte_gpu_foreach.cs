using System.Diagnostics.CodeAnalysis;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>The GPUs, with and without a parent.</summary>
    [Experimental("DPDK0001")]
    public static rte_id_sequence RTE_GPU_FOREACH() => RTE_GPU_FOREACH_CHILD(RTE_GPU_ID_ANY);

    /// <summary>The GPUs that have no parent.</summary>
    [Experimental("DPDK0001")]
    public static rte_id_sequence RTE_GPU_FOREACH_PARENT() => RTE_GPU_FOREACH_CHILD(RTE_GPU_ID_NONE);

    /// <summary>The GPUs of that parent.</summary>
    [Experimental("DPDK0001")]
    public static rte_id_sequence RTE_GPU_FOREACH_CHILD(int parent) => new(&NextGpu, parent);

    [Experimental("DPDK0001")]
    private static int NextGpu(int last, nint parent) => rte_gpu_find_next((short)(last + 1), (short)parent);
}
