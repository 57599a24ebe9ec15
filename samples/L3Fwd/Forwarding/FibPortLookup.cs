using System.Runtime.CompilerServices;
using DpdkSharp.Headers;

namespace DpdkSharp.Samples.L3Fwd;

/// <summary>Looks up destination addresses in FIBs, whose next hops are ports and whose default is <see cref="TxPort.None"/>.</summary>
/// <param name="ipv4">The routes of IPv4.</param>
/// <param name="ipv6">The routes of IPv6.</param>
public readonly struct FibPortLookup(Fib ipv4, Fib6 ipv6) : IPacketLookup<Ipv4Address, Ipv6Address>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetKey(Mbuf packet, ref Ipv4Header header, out Ipv4Address key)
    {
        key = header.Destination;
        return true;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetKey(Mbuf packet, ref Ipv6Header header, out Ipv6Address key)
    {
        key = header.Destination;
        return true;
    }

    /// <inheritdoc/>
    [SkipLocalsInit]
    public void Lookup(ReadOnlySpan<Ipv4Address> keys, Span<ushort> ports)
    {
        Span<ulong> hops = stackalloc ulong[keys.Length];
        ipv4.Lookup(keys, hops);
        NextHops.Narrow(hops, ports);
    }

    /// <inheritdoc/>
    [SkipLocalsInit]
    public void Lookup(ReadOnlySpan<Ipv6Address> keys, Span<ushort> ports)
    {
        Span<ulong> hops = stackalloc ulong[keys.Length];
        ipv6.Lookup(keys, hops);
        NextHops.Narrow(hops, ports);
    }
}
