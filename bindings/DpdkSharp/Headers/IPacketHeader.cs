namespace DpdkSharp.Headers;

/// <summary>
/// A packet header: a struct that overlays the header's fixed part in a packet byte for byte, in network byte order.
/// Its properties are in host byte order. Own header types implement this to be read and written like the ones here;
/// such a struct must have sequential layout with a packing of 1, so that it can lie at any address.
/// </summary>
/// <typeparam name="TSelf">The header type itself.</typeparam>
public interface IPacketHeader<TSelf>
    where TSelf : unmanaged, IPacketHeader<TSelf>
{
    /// <summary>The length of the fixed part in bytes; equal to <c>sizeof(TSelf)</c>.</summary>
    static abstract int Size { get; }
}
