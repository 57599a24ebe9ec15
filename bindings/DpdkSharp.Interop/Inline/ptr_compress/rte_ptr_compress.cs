using System.Numerics;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>How many bits tell the bytes of a memory of that length apart.</summary>
    public static int RTE_PTR_COMPRESS_BITS_NEEDED_FOR_POINTER_WITHIN_RANGE(ulong mem_length) => mem_length < 2 ? 1 : 64 - BitOperations.LeadingZeroCount(mem_length - 1);

    /// <summary>How many low bits are zero in the address of an object with that alignment.</summary>
    public static int RTE_PTR_COMPRESS_BIT_SHIFT_FROM_ALIGNMENT(ulong alignment) => alignment == 0 ? 0 : BitOperations.TrailingZeroCount(alignment);

    /// <summary>True when 16 bits do for pointers to objects of that alignment in a memory of that length. As in C, not when the memory is smaller than the alignment.</summary>
    public static bool RTE_PTR_COMPRESS_CAN_COMPRESS_16_SHIFT(ulong mem_length, ulong obj_alignment) =>
        (uint)(RTE_PTR_COMPRESS_BITS_NEEDED_FOR_POINTER_WITHIN_RANGE(mem_length) - RTE_PTR_COMPRESS_BIT_SHIFT_FROM_ALIGNMENT(obj_alignment)) <= 16;

    /// <summary>True when 32 bits do for pointers to objects of that alignment in a memory of that length. As in C, not when the memory is smaller than the alignment.</summary>
    public static bool RTE_PTR_COMPRESS_CAN_COMPRESS_32_SHIFT(ulong mem_length, ulong obj_alignment) =>
        (uint)(RTE_PTR_COMPRESS_BITS_NEEDED_FOR_POINTER_WITHIN_RANGE(mem_length) - RTE_PTR_COMPRESS_BIT_SHIFT_FROM_ALIGNMENT(obj_alignment)) <= 32;
}
