using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// A constant argument folds, so these also stand for the RTE_BE16 family of C.
public static unsafe partial class Dpdk
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_bswap16(ushort x) => BinaryPrimitives.ReverseEndianness(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_constant_bswap16(ushort x) => BinaryPrimitives.ReverseEndianness(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort RTE_STATIC_BSWAP16(ushort v) => BinaryPrimitives.ReverseEndianness(v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_cpu_to_be_16(ushort x) => BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(x) : x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_be_to_cpu_16(ushort x) => BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(x) : x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_cpu_to_le_16(ushort x) => BitConverter.IsLittleEndian ? x : BinaryPrimitives.ReverseEndianness(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_le_to_cpu_16(ushort x) => BitConverter.IsLittleEndian ? x : BinaryPrimitives.ReverseEndianness(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort RTE_BE16(ushort v) => rte_cpu_to_be_16(v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort RTE_LE16(ushort v) => rte_cpu_to_le_16(v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_bswap32(uint x) => BinaryPrimitives.ReverseEndianness(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_constant_bswap32(uint x) => BinaryPrimitives.ReverseEndianness(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint RTE_STATIC_BSWAP32(uint v) => BinaryPrimitives.ReverseEndianness(v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_cpu_to_be_32(uint x) => BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(x) : x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_be_to_cpu_32(uint x) => BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(x) : x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_cpu_to_le_32(uint x) => BitConverter.IsLittleEndian ? x : BinaryPrimitives.ReverseEndianness(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_le_to_cpu_32(uint x) => BitConverter.IsLittleEndian ? x : BinaryPrimitives.ReverseEndianness(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint RTE_BE32(uint v) => rte_cpu_to_be_32(v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint RTE_LE32(uint v) => rte_cpu_to_le_32(v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_bswap64(ulong x) => BinaryPrimitives.ReverseEndianness(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_constant_bswap64(ulong x) => BinaryPrimitives.ReverseEndianness(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong RTE_STATIC_BSWAP64(ulong v) => BinaryPrimitives.ReverseEndianness(v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_cpu_to_be_64(ulong x) => BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(x) : x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_be_to_cpu_64(ulong x) => BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(x) : x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_cpu_to_le_64(ulong x) => BitConverter.IsLittleEndian ? x : BinaryPrimitives.ReverseEndianness(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_le_to_cpu_64(ulong x) => BitConverter.IsLittleEndian ? x : BinaryPrimitives.ReverseEndianness(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong RTE_BE64(ulong v) => rte_cpu_to_be_64(v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong RTE_LE64(ulong v) => rte_cpu_to_le_64(v);
}
