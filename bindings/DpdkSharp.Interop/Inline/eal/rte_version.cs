namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>A version as one number that orders as versions do.</summary>
    public static uint RTE_VERSION_NUM(uint a, uint b, uint c, uint d) => (a << 24) | (b << 16) | (c << 8) | d;
}
