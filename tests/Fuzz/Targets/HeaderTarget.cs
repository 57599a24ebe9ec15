using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DpdkSharp.Headers;

namespace DpdkSharp.Fuzz;

/// <summary>
/// One header type, read and written at any place of any packet: in one piece and over a chain. The first four bytes of an input say where and how, the rest is the packet.
/// </summary>
internal class HeaderTarget<T>(string name, params PacketLayerType[] layers) : FuzzTarget
    where T : unmanaged, IPacketHeader<T>
{
    private const int Head = 4;

    private readonly HeaderProperty<T>[] _properties = HeaderProperty<T>.All;
    private readonly GuardedChain _chain = new(512);
    private readonly byte[] _before = new byte[512];

    public override string Name => $"header-{name}";

    public override IEnumerable<byte[]> Seeds =>
    [
        .. DpdkSharp.Fuzz.Samples.From(layers).Take(60).Select(static p => (byte[])[0, 0, 3, 9, .. p]),
        [1, 1, 2, 3, .. MemoryMarshal.AsBytes([new T()]), 1, 2, 3],
        .. DpdkSharp.Fuzz.Samples.Packets.Take(10).Select(static p => (byte[])[14, 0, 20, 40, .. p]),
    ];

    public override void Run(Span<byte> input)
    {
        if (input.Length < Head)
        {
            return;
        }
        Span<byte> packet = input[Head..];
        // From before the packet to behind it.
        int offset = (sbyte)input[0];
        byte how = input[1];
        Mbuf chain = _chain.Set(packet, input[2..4]);
        Span<byte> before = _before.AsSpan(0, packet.Length);
        packet.CopyTo(before);

        bool fits = offset >= 0 && offset + Unsafe.SizeOf<T>() <= packet.Length;
        Check(((ReadOnlySpan<byte>)packet).TryReadHeader(offset, out T copy) == fits, "reading finds what fits, and only that");
        Check(packet.TryGetHeader(offset, out HeaderRef<T> header) == fits && header.IsNull == !fits, "a header in place is one that fits");
        Check(chain.TryReadHeader(offset, out T chained) == fits, "a chain has what the packet has");
        if (!fits)
        {
            Check(!packet.TryWriteHeader(offset, copy) && !chain.TryWriteHeader(offset, copy) && packet.SequenceEqual(before), "what does not fit is not written");
            return;
        }
        Check(Same(copy, chained) && Same(copy, header.Value), "in place, as a copy and over a chain it is the same");
        bool writable = Inspect(packet, offset, ref header.Value);
        foreach (HeaderProperty<T> property in _properties)
        {
            // A length that is none cannot be written.
            if (writable || property.Name != "HeaderLength")
            {
                property.WriteBack(ref header.Value);
            }
        }
        Check(packet.SequenceEqual(before), "reading and writing back changes nothing");
        // Once in a while, since refusals are exceptions.
        if (how >= 0xF8)
        {
            WriteNumbers(ref header.Value, input);
            Check(packet[..offset].SequenceEqual(before[..offset]) && packet[(offset + Unsafe.SizeOf<T>())..].SequenceEqual(before[(offset + Unsafe.SizeOf<T>())..]), "writing stays within the header");
        }
        T changed = header.Value;
        before.CopyTo(packet);
        Check(packet.TryWriteHeader(offset, changed) && chain.TryWriteHeader(offset, changed), "what fits is written");
        Check(chain.TryReadHeader(offset, out chained) && Same(chained, changed) && Same(header.Value, changed), "what is written is read");
    }

    /// <summary>What headers of this kind have besides.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="offset">Where the header starts.</param>
    /// <param name="header">The header in place; to be left as it is.</param>
    /// <returns>Whether its length, where it has one, is possible.</returns>
    protected virtual bool Inspect(Span<byte> packet, int offset, ref T header) => true;

    private void WriteNumbers(ref T header, ReadOnlySpan<byte> input)
    {
        ulong raw = 0;
        foreach (byte b in input[^Math.Min(8, input.Length)..])
        {
            raw = (raw << 8) | b;
        }
        HeaderProperty<T> property = _properties[(int)(raw % (uint)_properties.Length)];
        if (property.Write is null)
        {
            return;
        }
        T before = header;
        try
        {
            property.Write(ref header, raw);
        }
        catch (ArgumentOutOfRangeException)
        {
            Check(Same(before, header), $"a refused {property.Name} changes nothing");
            return;
        }
        Check(property.HasValue!(ref header, raw), $"{property.Name} is what was written");
    }

    private static bool Same(in T left, in T right) => MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in left)).SequenceEqual(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in right)));
}
