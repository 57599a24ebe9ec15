using System.Runtime.CompilerServices;
using DpdkSharp.Headers;

namespace DpdkSharp.Benchmarks.Worker.Forwarding;

/// <summary>l2fwd's work: both MAC addresses anew.</summary>
internal readonly struct SafeMac(MacPair addresses) : ISafeWork
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Process(PacketBurst burst)
    {
        foreach (Mbuf packet in burst)
        {
            packet.Prefetch();
        }
        // Once a burst, not once a packet: the two addresses then stay in registers.
        MacPair hop = addresses;
        foreach (Mbuf packet in burst)
        {
            if (packet.TryGetHeader(0, out HeaderRef<EthernetHeader> ethernet))
            {
                ethernet.Value.Destination = hop.Destination;
                ethernet.Value.Source = hop.Source;
            }
        }
    }
}
