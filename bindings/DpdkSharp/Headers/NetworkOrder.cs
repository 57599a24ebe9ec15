using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace DpdkSharp.Headers;

/// <summary>Turns integers from network byte order into host order and back; both ways are the same swap.</summary>
internal static class NetworkOrder
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ushort Swap(ushort value) => BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Swap(uint value) => BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Swap(ulong value) => BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value;

    /// <summary>As many as there are.</summary>
    internal static void Swap(ReadOnlySpan<uint> values, Span<uint> destination)
    {
        if (BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(values, destination);
        }
        else
        {
            values.CopyTo(destination);
        }
    }
}
