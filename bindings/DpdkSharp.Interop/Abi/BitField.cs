using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

/// <summary>Bit-fields of C in the unit of storage that holds them. With constants for place and width the JIT leaves a mask and a shift.</summary>
internal static class BitField
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Get(ulong unit, int shift, int width) => (unit >> shift) & Mask(width);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static long GetSigned(ulong unit, int shift, int width) => (long)(unit << (64 - shift - width)) >> (64 - width);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Set(ref byte unit, int shift, int width, ulong value) => unit = (byte)With(unit, shift, width, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Set(ref ushort unit, int shift, int width, ulong value) => unit = (ushort)With(unit, shift, width, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Set(ref uint unit, int shift, int width, ulong value) => unit = (uint)With(unit, shift, width, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Set(ref ulong unit, int shift, int width, ulong value) => unit = With(unit, shift, width, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong With(ulong unit, int shift, int width, ulong value) => (unit & ~(Mask(width) << shift)) | ((value & Mask(width)) << shift);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mask(int width) => ulong.MaxValue >> (64 - width);
}
