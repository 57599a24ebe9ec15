using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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

    // Each loop is a method of its own: what it needs is then in registers.
    [SkipLocalsInit]
    public void Process(PacketBurst burst)
    {
        const int Max = BenchmarkRequest.MaxBurst;
        Span<FlowKey> keys = stackalloc FlowKey[Max];
        Span<int> positions = stackalloc int[Max];
        ReadOnlySpan<Mbuf> packets = burst.Packets;
        ReadKeys(packets, keys);
        _flows.Lookup(keys[..packets.Length], positions);
        int found = Rewrite(packets, positions, in _hops);
        if (found < packets.Length)
        {
            DropMissing(burst, positions);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ReadKeys(ReadOnlySpan<Mbuf> packets, Span<FlowKey> keys)
    {
        foreach (Mbuf packet in packets)
        {
            packet.Prefetch();
        }
        for (int i = 0; i < packets.Length && i < keys.Length; i++)
        {
            // Ethernet, IPv4 without options, and UDP or TCP.
            ReadOnlySpan<byte> data = packets[i].Data;
            keys[i] = data.Length >= 38
                ? FlowKey.Of(MemoryMarshal.Read<ulong>(data[26..]), MemoryMarshal.Read<uint>(data[34..]), data[23])
                : default;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Rewrite(ReadOnlySpan<Mbuf> packets, ReadOnlySpan<int> positions, in MacTable hops)
    {
        int found = 0;
        for (int i = 0; i < packets.Length && i < positions.Length; i++)
        {
            int position = positions[i];
            if (position >= 0 && packets[i].TryGetHeader(0, out HeaderRef<EthernetHeader> ethernet))
            {
                ethernet.Value.Addresses = hops[position & (Tables.NextHopCount - 1)];
                found++;
            }
        }
        return found;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void DropMissing(PacketBurst burst, ReadOnlySpan<int> positions)
    {
        // From the back: the last packet takes the place of one that is dropped.
        for (int i = burst.Count - 1; i >= 0; i--)
        {
            if (positions[i] < 0)
            {
                burst.Drop(i);
            }
        }
    }
}
