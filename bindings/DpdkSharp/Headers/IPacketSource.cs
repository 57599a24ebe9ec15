namespace DpdkSharp.Headers;

/// <summary>
/// Where <see cref="PacketLayers"/> reads a packet from: one span, or the segments of a chain, from which a header that straddles
/// two of them is copied.
/// </summary>
public interface IPacketSource
{
    /// <summary>The length of the whole packet in bytes.</summary>
    int Length { get; }

    /// <summary>Copies a header out of the packet.</summary>
    /// <typeparam name="T">The header type.</typeparam>
    /// <param name="offset">Where the header starts, in bytes from the start of the packet.</param>
    /// <param name="header">A copy of the header; the default value on failure.</param>
    /// <returns>Whether the fixed part of the header lies within the packet.</returns>
    bool TryReadHeader<T>(int offset, out T header)
        where T : unmanaged, IPacketHeader<T>;
}
