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

    // Each loop is a method of its own: what it needs is then in registers.
    [SkipLocalsInit]
    public void Process(PacketBurst burst)
    {
        Sorted sorted;
        Unsafe.SkipInit(out sorted);
        Sort(burst.Packets, ref sorted);
        if (sorted.Count4 > 0)
        {
            _lpm.Lookup(sorted.Addresses4[..sorted.Count4], sorted.Hops, Missing);
            Rewrite4(ref sorted, in _hops);
        }
        if (sorted.Count6 > 0)
        {
            _lpm6.Lookup(sorted.Addresses6[..sorted.Count6], sorted.Hops, Missing);
            Rewrite6(ref sorted, in _hops);
        }
        if (sorted.BadCount > 0)
        {
            Unwanted.Drop(burst, sorted.Bad[..sorted.BadCount]);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Sort(ReadOnlySpan<Mbuf> packets, ref Sorted sorted)
    {
        int count4 = 0, count6 = 0, badCount = 0;
        foreach (Mbuf packet in packets)
        {
            packet.Prefetch();
        }
        foreach (Mbuf packet in packets)
        {
            if (packet.TryGetHeader(0, out HeaderRef<Ipv4Frame> frame) && frame.Value.Ethernet.EtherType == EtherType.Ipv4)
            {
                ref Ipv4Header ip = ref frame.Value.Ip;
                if (ip.Version == 4 && ip.HeaderLength >= Ipv4Header.Size && ip.TotalLength >= Ipv4Header.Size)
                {
                    sorted.Addresses4[count4] = ip.Destination;
                    sorted.Packets4[count4++] = packet;
                    continue;
                }
            }
            else if (packet.TryGetHeader(0, out HeaderRef<Ipv6Frame> frame6) && frame6.Value.Ethernet.EtherType == EtherType.Ipv6 && frame6.Value.Ip.Version == 6)
            {
                sorted.Addresses6[count6] = frame6.Value.Ip.Destination;
                sorted.Packets6[count6++] = packet;
                continue;
            }
            sorted.Bad[badCount++] = packet;
        }
        sorted.Count4 = count4;
        sorted.Count6 = count6;
        sorted.BadCount = badCount;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Rewrite4(ref Sorted sorted, in MacTable hops)
    {
        int count = sorted.Count4;
        for (int i = 0; i < count; i++)
        {
            uint hop = sorted.Hops[i];
            Mbuf packet = sorted.Packets4[i];
            if (hop != Missing && packet.TryGetHeader(0, out HeaderRef<Ipv4Frame> frame))
            {
                frame.Value.Ethernet.Addresses = hops[(int)hop & (Tables.NextHopCount - 1)];
                // A router asks whether there is time left (TryDecrementTimeToLive); these packets circulate without end. As in C, the sum counts up in the processor's order.
                frame.Value.Ip.TimeToLive--;
                frame.Value.RawChecksum++;
                continue;
            }
            sorted.Bad[sorted.BadCount++] = packet;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Rewrite6(ref Sorted sorted, in MacTable hops)
    {
        int count = sorted.Count6;
        for (int i = 0; i < count; i++)
        {
            uint hop = sorted.Hops[i];
            Mbuf packet = sorted.Packets6[i];
            if (hop != Missing && packet.TryGetHeader(0, out HeaderRef<Ipv6Frame> frame))
            {
                frame.Value.Ethernet.Addresses = hops[(int)hop & (Tables.NextHopCount - 1)];
                frame.Value.Ip.HopLimit--;
                continue;
            }
            sorted.Bad[sorted.BadCount++] = packet;
        }
    }

    private struct Sorted
    {
        public int Count4;
        public int Count6;
        public int BadCount;
        public BurstArray<Ipv4Address> Addresses4;
        public BurstArray<Ipv6Address> Addresses6;
        public BurstArray<uint> Hops;
        public BurstArray<Mbuf> Packets4;
        public BurstArray<Mbuf> Packets6;
        public BurstArray<Mbuf> Bad;
    }
}
