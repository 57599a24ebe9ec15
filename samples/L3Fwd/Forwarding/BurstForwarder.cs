using System.Runtime.CompilerServices;
using DpdkSharp.Headers;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Samples.L3Fwd;

/// <summary>
/// What l3fwd does to a burst: checks the headers, looks up the port that each packet leaves by, takes one off its time to live, gives it new Ethernet addresses. It needs
/// neither the command line nor the loop around it.
/// </summary>
/// <typeparam name="TLookup">How ports are looked up.</typeparam>
/// <typeparam name="TKey4">What is looked up of an IPv4 packet.</typeparam>
/// <typeparam name="TKey6">What is looked up of an IPv6 packet.</typeparam>
/// <param name="lookup">How ports are looked up.</param>
/// <param name="ports">The ports by number; null for one that is not used. The forwarder does not own them.</param>
/// <param name="parsePacketType">True to find out from each packet itself what it is; false to trust what the device says (<see cref="Mbuf.PacketType"/>).</param>
[DataPath]
public sealed class BurstForwarder<TLookup, TKey4, TKey6>(TLookup lookup, TxPort?[] ports, bool parsePacketType) : IBurstForwarder
    where TLookup : struct, IPacketLookup<TKey4, TKey6>
    where TKey4 : unmanaged
    where TKey6 : unmanaged
{
    /// <summary>How many packets are handled at once; larger bursts are handled in parts.</summary>
    public const int MostPackets = 64;

    private const int PrefetchAhead = 4;

    // Not readonly: the struct's methods would be called on a copy.
    private TLookup _lookup = lookup;

    /// <inheritdoc/>
    [SkipLocalsInit]
    public int Forward(PacketBurst burst)
    {
        Span<Mbuf> packets = stackalloc Mbuf[MostPackets];
        if (burst.Count <= MostPackets)
        {
            return Forward(packets[..burst.TakeAll(packets)]);
        }
        int dropped = 0;
        using var part = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(MostPackets)]);
        while (burst.MoveTo(part) > 0)
        {
            dropped += Forward(packets[..part.TakeAll(packets)]);
        }
        return dropped;
    }

    [SkipLocalsInit]
    private int Forward(ReadOnlySpan<Mbuf> packets)
    {
        Span<TKey4> keys4 = stackalloc TKey4[MostPackets];
        Span<TKey6> keys6 = stackalloc TKey6[MostPackets];
        Span<Mbuf> packets4 = stackalloc Mbuf[MostPackets];
        Span<Mbuf> packets6 = stackalloc Mbuf[MostPackets];
        Span<ushort> routes = stackalloc ushort[MostPackets];
        int count4 = 0;
        int count6 = 0;
        int dropped = 0;
        for (int i = 0; i < Math.Min(PrefetchAhead, packets.Length); i++)
        {
            packets[i].Prefetch();
        }
        for (int i = 0; i < packets.Length; i++)
        {
            if (i + PrefetchAhead < packets.Length)
            {
                packets[i + PrefetchAhead].Prefetch();
            }
            Mbuf packet = packets[i];
            switch (TypeOf(packet))
            {
                case EtherType.Ipv4 when packet.TryGetHeader(EthernetHeader.Size, out HeaderRef<Ipv4Header> ipv4)
                    && IsValid(packet, ref ipv4.Value) && _lookup.TryGetKey(packet, ref ipv4.Value, out keys4[count4]):
                    packets4[count4++] = packet;
                    break;
                case EtherType.Ipv6 when packet.TryGetHeader(EthernetHeader.Size, out HeaderRef<Ipv6Header> ipv6)
                    && ipv6.Value is { Version: 6, HopLimit: > 1 } && _lookup.TryGetKey(packet, ref ipv6.Value, out keys6[count6]):
                    packets6[count6++] = packet;
                    break;
                default:
                    packet.Free();
                    dropped++;
                    break;
            }
        }
        if (count4 > 0)
        {
            _lookup.Lookup(keys4[..count4], routes);
            for (int i = 0; i < count4; i++)
            {
                dropped += Send4(packets4[i], routes[i]) ? 0 : 1;
            }
        }
        if (count6 > 0)
        {
            _lookup.Lookup(keys6[..count6], routes);
            for (int i = 0; i < count6; i++)
            {
                dropped += Send6(packets6[i], routes[i]) ? 0 : 1;
            }
        }
        return dropped;
    }

    /// <summary>
    /// RFC 1812, 5.2.2: the packet is large enough for a header, its version is 4, its header length and its total length are at least those of a header. (The checksum
    /// is the device's to verify.) And 5.3.1: one that would have no time to live left is not forwarded.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsValid(Mbuf packet, ref Ipv4Header header) =>
        header.Version == 4
        && header.HeaderLength >= Ipv4Header.Size
        && header.TotalLength >= header.HeaderLength
        && packet.PacketLength - EthernetHeader.Size >= header.TotalLength
        && header.TimeToLive > 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private EtherType TypeOf(Mbuf packet)
    {
        if (!parsePacketType)
        {
            uint type = packet.PacketType;
            return RTE_ETH_IS_IPV4_HDR(type) ? EtherType.Ipv4 : RTE_ETH_IS_IPV6_HDR(type) ? EtherType.Ipv6 : default;
        }
        return packet.TryGetHeader(0, out HeaderRef<EthernetHeader> ethernet) ? ethernet.Value.EtherType : default;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TxPort? PortOf(ushort route) => route < ports.Length ? ports[route] : null;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Send4(Mbuf packet, ushort route)
    {
        if (PortOf(route) is { } port
            && packet.TryGetHeader(0, out HeaderRef<EthernetHeader> ethernet)
            && packet.TryGetHeader(EthernetHeader.Size, out HeaderRef<Ipv4Header> header)
            && header.Value.TryDecrementTimeToLive())
        {
            port.Send(packet, ref ethernet.Value);
            return true;
        }
        packet.Free();
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Send6(Mbuf packet, ushort route)
    {
        if (PortOf(route) is { } port
            && packet.TryGetHeader(0, out HeaderRef<EthernetHeader> ethernet)
            && packet.TryGetHeader(EthernetHeader.Size, out HeaderRef<Ipv6Header> header)
            && header.Value.TryDecrementHopLimit())
        {
            port.Send(packet, ref ethernet.Value);
            return true;
        }
        packet.Free();
        return false;
    }
}
