using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>Copies; the two areas must not overlap. Answers <paramref name="dst"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void* rte_memcpy(void* dst, void* src, nuint n)
    {
        NativeMemory.Copy(src, dst, n);
        return dst;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_mov16(byte* dst, byte* src) => Vector128.Load(src).Store(dst);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_mov32(byte* dst, byte* src) => Vector256.Load(src).Store(dst);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_mov64(byte* dst, byte* src)
    {
        rte_mov32(dst, src);
        rte_mov32(dst + 32, src + 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_mov128(byte* dst, byte* src)
    {
        rte_mov64(dst, src);
        rte_mov64(dst + 64, src + 64);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_mov256(byte* dst, byte* src)
    {
        rte_mov128(dst, src);
        rte_mov128(dst + 128, src + 128);
    }
}
