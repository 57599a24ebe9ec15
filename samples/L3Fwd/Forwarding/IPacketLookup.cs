using DpdkSharp.Headers;

namespace DpdkSharp.Samples.L3Fwd;

/// <summary>
/// A way to find the port that packets leave by. First the key of each packet is taken while its header is at hand, then all keys are looked up at once. Implemented
/// by structs, so that the code around it is compiled for each of them.
/// </summary>
/// <typeparam name="TKey4">What is looked up of an IPv4 packet.</typeparam>
/// <typeparam name="TKey6">What is looked up of an IPv6 packet.</typeparam>
[DataPath]
public interface IPacketLookup<TKey4, TKey6>
    where TKey4 : unmanaged
    where TKey6 : unmanaged
{
    /// <summary>The key of an IPv4 packet.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="header">Its header, which is valid and lies in its first segment.</param>
    /// <param name="key">The key.</param>
    /// <returns>False when the packet has none, and therefore no route.</returns>
    bool TryGetKey(Mbuf packet, ref Ipv4Header header, out TKey4 key);

    /// <summary>The key of an IPv6 packet.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="header">Its header, which is valid and lies in its first segment.</param>
    /// <param name="key">The key.</param>
    /// <returns>False when the packet has none, and therefore no route.</returns>
    bool TryGetKey(Mbuf packet, ref Ipv6Header header, out TKey6 key);

    /// <summary>The ports that IPv4 packets leave by.</summary>
    /// <param name="keys">Their keys: one at least, at most <see cref="BurstForwarder{TLookup, TKey4, TKey6}.MostPackets"/>.</param>
    /// <param name="ports">Takes a port for each; <see cref="TxPort.None"/> where there is no route.</param>
    void Lookup(ReadOnlySpan<TKey4> keys, Span<ushort> ports);

    /// <summary>The ports that IPv6 packets leave by.</summary>
    /// <param name="keys">Their keys: one at least, at most <see cref="BurstForwarder{TLookup, TKey4, TKey6}.MostPackets"/>.</param>
    /// <param name="ports">Takes a port for each; <see cref="TxPort.None"/> where there is no route.</param>
    void Lookup(ReadOnlySpan<TKey6> keys, Span<ushort> ports);
}
