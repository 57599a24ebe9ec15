using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DpdkSharp.Interop;

/// <summary>The internet checksum's sum.</summary>
/// <remarks>
/// A one's-complement sum does not care in what groups it is added, so eight bytes are added at a time with the carry
/// counted, and folded to 16 bits at the end. The sum of the folded value equals C's 16-bit sum modulo 65535, and is zero only when
/// all bytes are.
/// </remarks>
internal static unsafe class Checksum
{
    // Below this, setting up vectors costs more than they save.
    private const nuint VectorThreshold = 128;

    /// <summary>Sum of the bytes as 16-bit words in memory order, an odd last byte padded with zero, not folded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Sum(byte* data, nuint length)
    {
        ulong sum = 0;
        if (length >= VectorThreshold)
        {
            nuint whole = length & ~(nuint)31;
            sum = SumBlocks(data, whole);
            data += whole;
            length -= whole;
        }

        // Halves in 64 bits: no carry is lost below 32 GiB.
        while (length >= 8)
        {
            ulong word = Unsafe.ReadUnaligned<ulong>(data);
            sum += (word & 0xffffffff) + (word >> 32);
            data += 8;
            length -= 8;
        }

        if ((length & 4) != 0)
        {
            sum += Unsafe.ReadUnaligned<uint>(data);
            data += 4;
        }

        if ((length & 2) != 0)
        {
            sum += Unsafe.ReadUnaligned<ushort>(data);
            data += 2;
        }

        if ((length & 1) != 0)
        {
            sum += BitConverter.IsLittleEndian ? *data : (uint)*data << 8;
        }

        return sum;
    }

    /// <summary>The same for a multiple of 32 bytes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong SumBlocks(byte* data, nuint length)
    {
        byte* end = data + length;
        if (!Vector256.IsHardwareAccelerated)
        {
            ulong sum = 0;
            for (; data < end; data += 8)
            {
                ulong word = Unsafe.ReadUnaligned<ulong>(data);
                sum += (word & 0xffffffff) + (word >> 32);
            }

            return sum;
        }

        Vector256<ulong> low = Vector256<ulong>.Zero;
        Vector256<ulong> high = Vector256<ulong>.Zero;
        Vector256<ulong> mask = Vector256.Create(0xffffffffUL);
        for (; data < end; data += 32)
        {
            Vector256<ulong> words = Vector256.Load((ulong*)data);
            low += words & mask;
            high += words >>> 32;
        }

        return Vector256.Sum(low) + Vector256.Sum(high);
    }

    /// <summary>Folds to 16 bits. Zero stays zero; otherwise the result is never zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ushort Fold(ulong sum)
    {
        sum = (sum & 0xffffffff) + (sum >> 32);
        sum = (sum & 0xffffffff) + (sum >> 32);
        sum = (sum & 0xffff) + (sum >> 16);
        sum = (sum & 0xffff) + (sum >> 16);
        return (ushort)sum;
    }
}
