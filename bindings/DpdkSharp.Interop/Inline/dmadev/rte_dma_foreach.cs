namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>The DMA devices.</summary>
    public static rte_id_sequence RTE_DMA_FOREACH_DEV() => new(&NextDma);

    private static int NextDma(int last, nint context) => rte_dma_next_dev((short)(last + 1));
}
