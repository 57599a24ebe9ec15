namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>What a scatter-gather copy is submitted with: the address of its indexes, and flags in the low bits.</summary>
    public static ulong RTE_DPAAX_QDMA_SG_SUBMIT(void* idx_addr, ulong flag) => (ulong)idx_addr | flag;

    /// <summary>What a copy is submitted with: its index and flags.</summary>
    public static ulong RTE_DPAAX_QDMA_COPY_SUBMIT(ulong idx, ulong flag) => (idx << RTE_DPAAX_QDMA_COPY_IDX_OFFSET) | flag;
}
