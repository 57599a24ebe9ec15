using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// Device registers: plain accesses of exactly the width asked for. Volatile keeps the JIT from merging, splitting or dropping them.
public static unsafe partial class Dpdk
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte rte_read8_relaxed(void* addr) => Volatile.Read(ref *(byte*)addr);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_write8_relaxed(byte value, void* addr) => Volatile.Write(ref *(byte*)addr, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte rte_read8(void* addr)
    {
        byte value = rte_read8_relaxed(addr);
        rte_io_rmb();
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_write8(byte value, void* addr)
    {
        rte_io_wmb();
        rte_write8_relaxed(value, addr);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_read16_relaxed(void* addr) => Volatile.Read(ref *(ushort*)addr);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_write16_relaxed(ushort value, void* addr) => Volatile.Write(ref *(ushort*)addr, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_read16(void* addr)
    {
        ushort value = rte_read16_relaxed(addr);
        rte_io_rmb();
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_write16(ushort value, void* addr)
    {
        rte_io_wmb();
        rte_write16_relaxed(value, addr);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_read32_relaxed(void* addr) => Volatile.Read(ref *(uint*)addr);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_write32_relaxed(uint value, void* addr) => Volatile.Write(ref *(uint*)addr, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_read32(void* addr)
    {
        uint value = rte_read32_relaxed(addr);
        rte_io_rmb();
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_write32(uint value, void* addr)
    {
        rte_io_wmb();
        rte_write32_relaxed(value, addr);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_read64_relaxed(void* addr) => Volatile.Read(ref *(ulong*)addr);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_write64_relaxed(ulong value, void* addr) => Volatile.Write(ref *(ulong*)addr, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_read64(void* addr)
    {
        ulong value = rte_read64_relaxed(addr);
        rte_io_rmb();
        return value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_write64(ulong value, void* addr)
    {
        rte_io_wmb();
        rte_write64_relaxed(value, addr);
    }

    /// <summary>A write that the device may combine with its neighbours.</summary>
    /// <remarks>.NET has no intrinsic for the direct store of newer processors, so this is what C does on the others: an ordinary write.</remarks>
    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_write32_wc_relaxed(uint value, void* addr) => rte_write32_relaxed(value, addr);

    /// <inheritdoc cref="rte_write32_wc_relaxed"/>
    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_write32_wc(uint value, void* addr) => rte_write32(value, addr);
}
