using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DpdkSharp.Headers;

/// <summary>
/// Headers in packet bytes. Every offset and length is checked; nothing here throws or reaches outside the span, whatever
/// the packet says.
/// </summary>
public static class PacketHeaderExtensions
{
    /// <summary>Gets a header in place, to be read and written.</summary>
    /// <typeparam name="T">The header type.</typeparam>
    /// <param name="packet">The packet's bytes.</param>
    /// <param name="offset">Where the header starts, in bytes from the start of <paramref name="packet"/>.</param>
    /// <param name="header">The header; <see cref="HeaderRef{T}.IsNull"/> on failure.</param>
    /// <returns>Whether the fixed part of the header lies within the packet.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryGetHeader<T>(this Span<byte> packet, int offset, out HeaderRef<T> header)
        where T : unmanaged, IPacketHeader<T>
    {
        if (!Fits(packet.Length, offset, Unsafe.SizeOf<T>()))
        {
            header = default;
            return false;
        }

        header = new HeaderRef<T>(ref Unsafe.As<byte, T>(ref Unsafe.Add(ref MemoryMarshal.GetReference(packet), offset)));
        return true;
    }

    /// <summary>Copies a header out of the packet.</summary>
    /// <typeparam name="T">The header type.</typeparam>
    /// <param name="packet">The packet's bytes.</param>
    /// <param name="offset">Where the header starts, in bytes from the start of <paramref name="packet"/>.</param>
    /// <param name="header">A copy of the header; the default value on failure.</param>
    /// <returns>Whether the fixed part of the header lies within the packet.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadHeader<T>(this ReadOnlySpan<byte> packet, int offset, out T header)
        where T : unmanaged, IPacketHeader<T>
    {
        if (!Fits(packet.Length, offset, Unsafe.SizeOf<T>()))
        {
            header = default;
            return false;
        }

        header = Unsafe.ReadUnaligned<T>(ref Unsafe.Add(ref MemoryMarshal.GetReference(packet), offset));
        return true;
    }

    /// <inheritdoc cref="TryReadHeader{T}(ReadOnlySpan{byte}, int, out T)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadHeader<T>(this Span<byte> packet, int offset, out T header)
        where T : unmanaged, IPacketHeader<T> => TryReadHeader((ReadOnlySpan<byte>)packet, offset, out header);

    /// <summary>Copies a header into the packet.</summary>
    /// <typeparam name="T">The header type.</typeparam>
    /// <param name="packet">The packet's bytes.</param>
    /// <param name="offset">Where the header starts, in bytes from the start of <paramref name="packet"/>.</param>
    /// <param name="header">The header to write.</param>
    /// <returns>Whether the packet has room for it; if not, nothing is written.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryWriteHeader<T>(this Span<byte> packet, int offset, in T header)
        where T : unmanaged, IPacketHeader<T>
    {
        if (!Fits(packet.Length, offset, Unsafe.SizeOf<T>()))
        {
            return false;
        }

        Unsafe.WriteUnaligned(ref Unsafe.Add(ref MemoryMarshal.GetReference(packet), offset), header);
        return true;
    }

    /// <summary>Gets what follows the fixed part of a header of variable length: IPv4 or TCP options, a routing header's addresses, …</summary>
    /// <typeparam name="T">The header type.</typeparam>
    /// <param name="packet">The packet's bytes.</param>
    /// <param name="offset">Where the header starts, in bytes from the start of <paramref name="packet"/>.</param>
    /// <param name="options">The bytes between the fixed part and the header's end; empty on failure.</param>
    /// <returns>Whether the header states a possible length and lies wholly within the packet.</returns>
    public static bool TryGetOptions<T>(this ReadOnlySpan<byte> packet, int offset, out ReadOnlySpan<byte> options)
        where T : unmanaged, IVariableLengthHeader<T>
    {
        if (packet.TryReadHeader(offset, out T header) &&
            header.TryGetHeaderLength(out int length) &&
            Fits(packet.Length, offset, length))
        {
            options = packet.Slice(offset + Unsafe.SizeOf<T>(), length - Unsafe.SizeOf<T>());
            return true;
        }

        options = default;
        return false;
    }

    /// <inheritdoc cref="TryGetOptions{T}(ReadOnlySpan{byte}, int, out ReadOnlySpan{byte})"/>
    public static bool TryGetOptions<T>(this Span<byte> packet, int offset, out Span<byte> options)
        where T : unmanaged, IVariableLengthHeader<T>
    {
        bool found = TryGetOptions<T>((ReadOnlySpan<byte>)packet, offset, out ReadOnlySpan<byte> there);
        options = found ? packet.Slice(offset + Unsafe.SizeOf<T>(), there.Length) : default;
        return found;
    }

    /// <summary>Written so that neither a negative nor a huge offset can overflow into a yes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool Fits(int available, int offset, int length) => (ulong)(uint)offset + (uint)length <= (uint)available;
}
