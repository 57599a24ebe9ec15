using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>Tells the processor that this is a spin loop.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_pause()
    {
        if (X86Base.IsSupported)
        {
            X86Base.Pause();
        }
        else if (ArmBase.IsSupported)
        {
            ArmBase.Yield();
        }
        else
        {
            Thread.SpinWait(1);
        }
    }

    // C takes acquire or relaxed for the reading; an acquire load is right for both and costs nothing on x86-64.

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_wait_until_equal_16(ushort* addr, ushort expected, int memorder)
    {
        while (Volatile.Read(ref *addr) != expected)
        {
            rte_pause();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_wait_until_equal_32(uint* addr, uint expected, int memorder)
    {
        while (Volatile.Read(ref *addr) != expected)
        {
            rte_pause();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_wait_until_equal_64(ulong* addr, ulong expected, int memorder)
    {
        while (Volatile.Read(ref *addr) != expected)
        {
            rte_pause();
        }
    }
}
