using System.Runtime.CompilerServices;
using DpdkSharp.Benchmarks.Worker.Setup;
using DpdkSharp.Headers;

namespace DpdkSharp.Benchmarks.Worker.Forwarding;

/// <summary>What <see cref="RawFlow"/> does, on the safe layer.</summary>
internal readonly struct SafeFlow : ISafeWork
{
    private readonly MacTable _hops;
    private readonly HashTable<FlowKey> _flows;

    private SafeFlow(HashTable<FlowKey> flows)
    {
        _hops = MacTable.Create();
        _flows = flows;
    }

    public static SafeFlow Create(int flows) => new(Tables.Flows(flows));

    [SkipLocalsInit]
    public void Process(PacketBurst burst)
    {
        const int Max = BenchmarkRequest.MaxBurst;
        Span<FlowKey> keys = stackalloc FlowKey[Max];
        Span<int> positions = stackalloc int[Max];
        Span<Mbuf> bad = stackalloc Mbuf[Max];
        int badCount = 0;
        ReadOnlySpan<Mbuf> packets = burst.Packets;

        foreach (Mbuf packet in packets)
        {
            packet.Prefetch();
        }
        for (int i = 0; i < packets.Length; i++)
        {
            keys[i] = packets[i].TryGetHeader(0, out HeaderRef<UdpFrame> frame) ? FlowKey.Of(in frame.Value.Lower.Ip, in frame.Value.Udp) : default;
        }
        _flows.Lookup(keys[..packets.Length], positions);
        for (int i = 0; i < packets.Length; i++)
        {
            int position = positions[i];
            if (position >= 0 && packets[i].TryGetHeader(0, out HeaderRef<EthernetHeader> ethernet))
            {
                ethernet.Value.Addresses = _hops[position & (Tables.NextHopCount - 1)];
            }
            else
            {
                bad[badCount++] = packets[i];
            }
        }
        if (badCount > 0)
        {
            Unwanted.Drop(burst, bad[..badCount]);
        }
    }
}
