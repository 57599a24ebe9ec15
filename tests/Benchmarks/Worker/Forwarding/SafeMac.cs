using System.Runtime.CompilerServices;
using DpdkSharp.Headers;

namespace DpdkSharp.Benchmarks.Worker.Forwarding;

/// <summary>l2fwd's work: both MAC addresses anew.</summary>
internal readonly struct SafeMac(MacAddressPair addresses) : ISafeWork
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Process(PacketBurst burst)
    {
        foreach (Mbuf packet in burst)
        {
            packet.Prefetch();
        }
        // Once a burst, not once a packet: the addresses then stay in registers.
        MacAddressPair hop = addresses;
        foreach (Mbuf packet in burst)
        {
            if (packet.TryGetHeader(0, out HeaderRef<EthernetHeader> ethernet))
            {
                ethernet.Value.Addresses = hop;
            }
        }
    }
}
