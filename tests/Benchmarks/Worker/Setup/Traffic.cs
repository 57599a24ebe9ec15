using System.Runtime.CompilerServices;
using DpdkSharp.Benchmarks.Worker.Classifying;
using DpdkSharp.Headers;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Benchmarks.Worker.Setup;

/// <summary>
/// What the packets hold: "udp" (one flow), "ipv4-uniform" and "ipv4-skewed" (destinations within <see cref="Tables.Routes4"/>),
/// "mixed" (every second packet IPv6), "flows" (each packet a flow of its own), "rules" (see <see cref="RuleTable"/>). The same bytes as on the C side.
/// </summary>
internal static class Traffic
{
    private const ulong Seed = 0x9e3779b97f4a7c15;

    public static void Fill(PacketBurst burst, int frame, string traffic)
    {
        bool isMixed = traffic == "mixed";
        bool isSkewed = traffic == "ipv4-skewed";
        bool isRouted = isMixed || isSkewed || traffic == "ipv4-uniform";
        bool hasFlows = traffic == "flows";
        bool hasRules = traffic == "rules";
        if (!isRouted && !hasFlows && !hasRules && traffic != "udp")
        {
            throw new ArgumentException($"Unknown traffic '{traffic}'.", nameof(traffic));
        }
        var random = new RandomNumbers(Seed);
        for (int i = 0; i < burst.Count; i++)
        {
            if (!burst[i].TryAppend(frame, out Span<byte> data))
            {
                throw new ArgumentException($"No packet has room for {frame} bytes.", nameof(frame));
            }
            data.Clear();
            data[0] = 2;
            data[6] = 2;
            data[11] = 1;
            Span<byte> l3 = data[Unsafe.SizeOf<EthernetHeader>()..];
            FlowKey flow = hasRules ? RuleTable.Flow(ref random) : Tables.Flow(hasFlows ? i : 0);
            if (isRouted)
            {
                int index = isSkewed ? Skewed(ref random) : (int)(random.Next() % Tables.RouteCount);
                (uint address, byte depth) = Tables.Routes4[index];
                flow = flow with { Destination = rte_cpu_to_be_32(address | ((uint)random.Next() & (uint.MaxValue >> depth))) };
                if (isMixed && (i & 1) != 0)
                {
                    data[12] = 0x86;
                    data[13] = 0xdd;
                    FillIpv6(l3, index);
                    continue;
                }
            }
            data[12] = 0x08;
            FillIpv4(l3, flow);
        }
    }

    /// <summary>Goes on with a checksum over a packet's length and bytes.</summary>
    public static unsafe uint Check(uint check, Mbuf packet)
    {
        check = rte_hash_crc_4byte((uint)packet.PacketLength, check);
        fixed (byte* data = packet.Data)
        {
            return rte_hash_crc(data, (uint)packet.DataLength, check);
        }
    }

    /// <summary>Few routes get most of the packets: the range halves with each step of a number from 0 to 12.</summary>
    private static int Skewed(ref RandomNumbers random)
    {
        int range = 1 + (Tables.RouteCount >> (int)(random.Next() % 13));
        return (int)(random.Next() % (ulong)range);
    }

    private static void FillIpv4(Span<byte> l3, FlowKey flow)
    {
        Unsafe.WriteUnaligned(ref l3[0], (byte)0x45);
        Unsafe.WriteUnaligned(ref l3[2], rte_cpu_to_be_16((ushort)l3.Length));
        l3[8] = 255;
        l3[9] = (byte)flow.Protocol;
        Unsafe.WriteUnaligned(ref l3[12], flow.Source);
        Unsafe.WriteUnaligned(ref l3[16], flow.Destination);
        Unsafe.WriteUnaligned(ref l3[10], rte_cpu_to_be_16(InternetChecksum.Compute(l3[..20])));
        Unsafe.WriteUnaligned(ref l3[20], flow.SourcePort);
        Unsafe.WriteUnaligned(ref l3[22], flow.DestinationPort);
        Unsafe.WriteUnaligned(ref l3[24], rte_cpu_to_be_16((ushort)(l3.Length - 20)));
    }

    private static void FillIpv6(Span<byte> l3, int route)
    {
        l3[0] = 0x60;
        Unsafe.WriteUnaligned(ref l3[4], rte_cpu_to_be_16((ushort)(l3.Length - 40)));
        l3[6] = Tables.IPPROTO_UDP;
        l3[7] = 255;
        l3[8] = 0xfd;
        Unsafe.WriteUnaligned(ref l3[24], Tables.Routes6[route].Address);
        // A frame of 64 bytes has no room for all of the UDP header: its ports are there.
        l3.Slice(40, 4).Fill(0x11);
    }
}
