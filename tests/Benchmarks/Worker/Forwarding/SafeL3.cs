using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using DpdkSharp.Benchmarks.Worker.Setup;
using DpdkSharp.Headers;

namespace DpdkSharp.Benchmarks.Worker.Forwarding;

/// <summary>What <see cref="RawL3"/> does, on the safe layer.</summary>
internal readonly struct SafeL3 : ISafeWork
{
    private const int Max = BenchmarkRequest.MaxBurst;
    private const uint Missing = uint.MaxValue;

    private readonly MacTable _hops;
    private readonly Lpm _lpm;
    private readonly Lpm6 _lpm6;

    private SafeL3(Lpm lpm, Lpm6 lpm6)
    {
        _hops = MacTable.Create();
        _lpm = lpm;
        _lpm6 = lpm6;
    }

    public static SafeL3 Create() => new(Tables.Lpm(), Tables.Lpm6());

    [SkipLocalsInit]
    public void Process(PacketBurst burst)
    {
        Span<Ipv4Address> addresses4 = stackalloc Ipv4Address[Max];
        Span<Mbuf> packets4 = stackalloc Mbuf[Max];
        Span<Ipv6Address> addresses6 = stackalloc Ipv6Address[Max];
        Span<Mbuf> packets6 = stackalloc Mbuf[Max];
        Span<Mbuf> bad = stackalloc Mbuf[Max];
        int count4 = 0, count6 = 0, badCount = 0;

        foreach (Mbuf packet in burst)
        {
            packet.Prefetch();
        }
        foreach (Mbuf packet in burst)
        {
            if (packet.TryGetHeader(0, out HeaderRef<Ipv4Frame> frame) && frame.Value.Ethernet.EtherType == EtherType.Ipv4)
            {
                ref Ipv4Header ip = ref frame.Value.Ip;
                if (ip.Version == 4 && ip.HeaderLength >= Ipv4Header.Size && ip.TotalLength >= Ipv4Header.Size)
                {
                    addresses4[count4] = ip.Destination;
                    packets4[count4++] = packet;
                    continue;
                }
            }
            else if (packet.TryGetHeader(0, out HeaderRef<Ipv6Frame> frame6) && frame6.Value.Ethernet.EtherType == EtherType.Ipv6 && frame6.Value.Ip.Version == 6)
            {
                addresses6[count6] = frame6.Value.Ip.Destination;
                packets6[count6++] = packet;
                continue;
            }
            bad[badCount++] = packet;
        }
        if (count4 > 0)
        {
            badCount = Rewrite4(packets4[..count4], addresses4[..count4], bad, badCount);
        }
        if (count6 > 0)
        {
            badCount = Rewrite6(packets6[..count6], addresses6[..count6], bad, badCount);
        }
        if (badCount > 0)
        {
            Unwanted.Drop(burst, bad[..badCount]);
        }
    }

    [SkipLocalsInit]
    private int Rewrite4(ReadOnlySpan<Mbuf> packets, ReadOnlySpan<Ipv4Address> addresses, Span<Mbuf> bad, int badCount)
    {
        Span<uint> found = stackalloc uint[Max];
        _lpm.Lookup(addresses, found, Missing);
        for (int i = 0; i < packets.Length; i++)
        {
            uint hop = found[i];
            if (hop != Missing && packets[i].TryGetHeader(0, out HeaderRef<Ipv4Frame> frame))
            {
                frame.Value.Ethernet.Addresses = _hops[(int)hop & (Tables.NextHopCount - 1)];
                // A router asks whether there is time left (TryDecrementTimeToLive); these packets circulate without end. As in C, the sum counts up in the processor's order.
                frame.Value.Ip.TimeToLive--;
                frame.Value.Ip.Checksum = BinaryPrimitives.ReverseEndianness((ushort)(BinaryPrimitives.ReverseEndianness(frame.Value.Ip.Checksum) + 1));
                continue;
            }
            bad[badCount++] = packets[i];
        }
        return badCount;
    }

    [SkipLocalsInit]
    private int Rewrite6(ReadOnlySpan<Mbuf> packets, ReadOnlySpan<Ipv6Address> addresses, Span<Mbuf> bad, int badCount)
    {
        Span<uint> found = stackalloc uint[Max];
        _lpm6.Lookup(addresses, found, Missing);
        for (int i = 0; i < packets.Length; i++)
        {
            uint hop = found[i];
            if (hop != Missing && packets[i].TryGetHeader(0, out HeaderRef<Ipv6Frame> frame))
            {
                frame.Value.Ethernet.Addresses = _hops[(int)hop & (Tables.NextHopCount - 1)];
                frame.Value.Ip.HopLimit--;
                continue;
            }
            bad[badCount++] = packets[i];
        }
        return badCount;
    }
}
