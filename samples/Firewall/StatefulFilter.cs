using System.Runtime.InteropServices;
using DpdkSharp.Headers;

namespace DpdkSharp.Samples.Firewall;

/// <summary>
/// Lets the inside talk to whom it likes, and the outside only answer: TCP and UDP over IPv4, and ARP both ways. All else is dropped. It knows nothing of
/// ports and loops, so that a test needs neither.
/// </summary>
/// <param name="clock">Tells when a conversation is over.</param>
/// <param name="mostFlows">How many conversations are remembered; new ones beyond are dropped.</param>
public sealed class StatefulFilter(TimeProvider clock, int mostFlows = 65536)
{
    /// <summary>How long a conversation may be silent.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    private const int MostPackets = 32;

    private readonly Dictionary<Flow, long> _flows = new(mostFlows);

    /// <summary>The packets that were let through.</summary>
    public long PassedCount { get; private set; }

    /// <summary>The packets that were dropped.</summary>
    public long DroppedCount { get; private set; }

    /// <summary>The conversations that are remembered.</summary>
    public int FlowCount => _flows.Count;

    /// <summary>Drops of a burst what may not pass.</summary>
    /// <param name="burst">The packets, at most 32; those that may pass stay in it, in their order.</param>
    /// <param name="outwards">True for packets from the inside.</param>
    public void Filter(PacketBurst burst, bool outwards)
    {
        long now = clock.GetTimestamp();
        Span<Mbuf> packets = stackalloc Mbuf[MostPackets];
        packets = packets[..burst.TakeAll(packets)];
        foreach (Mbuf packet in packets)
        {
            if (MayPass(packet, outwards, now) && burst.TryAdd(packet))
            {
                PassedCount++;
            }
            else
            {
                packet.Free();
                DroppedCount++;
            }
        }
    }

    /// <summary>Forgets conversations that are over; once a second or so.</summary>
    public void Expire()
    {
        long now = clock.GetTimestamp();
        foreach ((Flow flow, long lastSeen) in _flows)
        {
            if (clock.GetElapsedTime(lastSeen, now) > Timeout)
            {
                _flows.Remove(flow);
            }
        }
    }

    private bool MayPass(Mbuf packet, bool outwards, long now)
    {
        PacketLayers layers = packet.ParseLayers(tunnels: false);
        if (layers.TryFind(PacketLayerType.Arp, out _))
        {
            return true;
        }
        if (!TryGetFlow(packet, layers, outwards, out Flow flow))
        {
            return false;
        }
        ref long lastSeen = ref CollectionsMarshal.GetValueRefOrNullRef(_flows, flow);
        bool known = !System.Runtime.CompilerServices.Unsafe.IsNullRef(ref lastSeen);
        if (known && (outwards || clock.GetElapsedTime(lastSeen, now) <= Timeout))
        {
            lastSeen = now;
            return true;
        }
        return outwards && !known && _flows.Count < mostFlows && _flows.TryAdd(flow, now);
    }

    private static bool TryGetFlow(Mbuf packet, in PacketLayers layers, bool outwards, out Flow flow)
    {
        flow = default;
        // TCP and UDP have their ports in the same place. A fragment other than the first has none, and is dropped.
        if (!(layers.TryFind(PacketLayerType.Tcp, out PacketLayer transport) || layers.TryFind(PacketLayerType.Udp, out transport)) ||
            !layers.TryFind(PacketLayerType.Ipv4, out PacketLayer network) ||
            !packet.TryReadHeader(network.Offset, out Ipv4Header ip) ||
            !packet.TryReadHeader(transport.Offset, out UdpHeader ports))
        {
            return false;
        }
        flow = outwards
            ? new Flow(ip.Source, ip.Destination, ip.Protocol, ports.SourcePort, ports.DestinationPort)
            : new Flow(ip.Destination, ip.Source, ip.Protocol, ports.DestinationPort, ports.SourcePort);
        return true;
    }
}
