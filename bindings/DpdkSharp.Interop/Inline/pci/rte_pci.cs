namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>Which extended capability a header in the configuration space is of.</summary>
    public static uint RTE_PCI_EXT_CAP_ID(uint header) => header & 0xffff;

    /// <summary>The offset of the next extended capability; 0 behind the last.</summary>
    public static uint RTE_PCI_EXT_CAP_NEXT(uint header) => (header >> 20) & 0xffc;
}
