using DpdkSharp;
using DpdkSharp.Headers;

namespace Consumer.Library;

/// <summary>What only .NET 10 has: code that works on DPDK's packets.</summary>
public static class Ipv4Filter
{
    public static int Count(PacketBurst burst)
    {
        int count = 0;
        foreach (Mbuf packet in burst)
        {
            if (packet.TryReadHeader(0, out EthernetHeader ethernet) && ethernet.EtherType == EtherType.Ipv4)
            {
                count++;
            }
        }
        return count;
    }
}
