namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>The offset of a region in a VFIO device's file.</summary>
    public static ulong VFIO_GET_REGION_ADDR(uint x) => (ulong)x << 40;

    /// <summary>The region that an offset in a VFIO device's file lies in.</summary>
    public static ulong VFIO_GET_REGION_IDX(ulong x) => x >> 40;
}
