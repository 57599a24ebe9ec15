using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DpdkSharp.Interop;

/// <summary>The internet checksum's sum.</summary>
/// <remarks>
/// A one's-complement sum does not care in what groups it is added, so vectors of 32-bit words are added
/// in 64-bit lanes, where no carry is lost, and folded to 16 bits at the end. The sum of the folded value equals C's 16-bit sum modulo 65535, and is zero only when
/// all bytes are.
/// </remarks>
internal static class Checksum
{
    /// <summary>Sum of the bytes as 16-bit words in memory order, an odd last byte padded with zero, not folded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Sum(ref readonly byte data, nuint length) =>
        length >= (nuint)Vector256<byte>.Count ? SumVectors(in data, length) : SumWords(0, in data, 0, length);

    /// <summary>The same for 32 bytes and more.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong SumVectors(ref readonly byte data, nuint length)
    {
        ulong sum = 0;
        nuint done = 0;
        if (Vector512.IsHardwareAccelerated && length >= (nuint)Vector512<byte>.Count)
        {
            Vector512<ulong> low = Vector512<ulong>.Zero;
            Vector512<ulong> high = Vector512<ulong>.Zero;
            do
            {
                Vector512<ulong> words = Vector512.LoadUnsafe(in data, done).AsUInt64();
                low += words & Vector512.Create(0xffffffffUL);
                high += words >>> 32;
                done += (nuint)Vector512<byte>.Count;
            }
            while (length - done >= (nuint)Vector512<byte>.Count);
            low += high;
            sum = Vector256.Sum(low.GetLower() + low.GetUpper());
        }

        if (Vector256.IsHardwareAccelerated && length - done >= (nuint)Vector256<byte>.Count)
        {
            Vector256<ulong> low = Vector256<ulong>.Zero;
            Vector256<ulong> high = Vector256<ulong>.Zero;
            do
            {
                Vector256<ulong> words = Vector256.LoadUnsafe(in data, done).AsUInt64();
                low += words & Vector256.Create(0xffffffffUL);
                high += words >>> 32;
                done += (nuint)Vector256<byte>.Count;
            }
            while (length - done >= (nuint)Vector256<byte>.Count);
            sum += Vector256.Sum(low + high);
        }

        return length == done ? sum : SumWords(sum, in data, done, length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong SumWords(ulong sum, ref readonly byte data, nuint done, nuint length)
    {
        // Halves in 64 bits: no carry is lost below 32 GiB.
        while (length - done >= 8)
        {
            ulong word = Read<ulong>(in data, done);
            sum += (word & 0xffffffff) + (word >> 32);
            done += 8;
        }

        if ((length & 4) != 0)
        {
            sum += Read<uint>(in data, done);
            done += 4;
        }

        if ((length & 2) != 0)
        {
            sum += Read<ushort>(in data, done);
            done += 2;
        }

        if ((length & 1) != 0)
        {
            uint last = Read<byte>(in data, done);
            sum += BitConverter.IsLittleEndian ? last : last << 8;
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Read<T>(ref readonly byte data, nuint offset)
        where T : unmanaged => Unsafe.ReadUnaligned<T>(in Unsafe.AddByteOffset(ref Unsafe.AsRef(in data), offset));

    /// <summary>Folds to 16 bits. Zero stays zero; otherwise the result is never zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ushort Fold(ulong sum)
    {
        // Added to its halves changed over, a word has both halves' sum in its upper one, the carry of the lower one added in.
        sum += BitOperations.RotateLeft(sum, 32);
        uint half = (uint)(sum >> 32);
        half += BitOperations.RotateLeft(half, 16);
        return (ushort)(half >> 16);
    }
}
