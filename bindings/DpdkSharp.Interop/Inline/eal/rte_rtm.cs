namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>The code that a transaction was aborted with, from the status that its begin gave.</summary>
    public static uint RTE_XABORT_CODE(uint x) => (x >> 24) & 0xff;
}
