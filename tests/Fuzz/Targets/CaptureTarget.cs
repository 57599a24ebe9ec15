using DpdkSharp.Testing;

namespace DpdkSharp.Fuzz;

/// <summary>Captures of both formats: packets or a refusal; and what was read is read again after it was written.</summary>
internal sealed class CaptureTarget(CaptureFormat format) : FuzzTarget
{
    public override string Name => $"capture-{format.ToString().ToLowerInvariant()}";

    public override int MaxLength => 700;

    public override IEnumerable<byte[]> Seeds
    {
        get
        {
            for (int count = 0; count < 4; count++)
            {
                using var stream = new MemoryStream();
                using (var writer = new CaptureWriter(stream, format, leaveOpen: true))
                {
                    for (int i = 0; i < count; i++)
                    {
                        writer.Write(new CapturedPacket(Samples.Packets[i], (ulong)i * 1000, Samples.Packets[i].Length + i, CapturedPacket.Ethernet, i));
                    }
                }
                yield return stream.ToArray();
            }
            if (format == CaptureFormat.PcapNg)
            {
                yield return
                [
                    0x0A, 0x0D, 0x0D, 0x0A, 28, 0, 0, 0, 0x4D, 0x3C, 0x2B, 0x1A, 1, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 28, 0, 0, 0,
                    1, 0, 0, 0, 40, 0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0, 9, 0, 1, 0, 0x8A, 0, 0, 0, 14, 0, 8, 0, 2, 0, 0, 0, 0, 0, 0, 0, 40, 0, 0, 0,
                    3, 0, 0, 0, 20, 0, 0, 0, 4, 0, 0, 0, 1, 2, 3, 4, 20, 0, 0, 0,
                    2, 0, 0, 0, 36, 0, 0, 0, 0, 0, 255, 255, 0, 0, 0, 0, 7, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 5, 6, 0, 0, 36, 0, 0, 0,
                ];
            }
        }
    }

    public override void Run(Span<byte> input)
    {
        var packets = new List<CapturedPacket>();
        try
        {
            using var stream = new MemoryStream(input.ToArray(), writable: false);
            using var reader = new CaptureReader(stream);
            while (reader.Read() is { } packet)
            {
                Check(packet.Data.Length <= packet.OriginalLength && packet.Data.Length <= input.Length, "a packet is no longer than it was, nor than the file");
                packets.Add(packet);
            }
        }
        catch (InvalidDataException)
        {
            // What is damaged is refused; what came before it counts.
            Check(packets.Count <= input.Length / 12, "no packets out of nothing");
        }
        if (packets.Count == 0)
        {
            return;
        }
        using var copy = new MemoryStream();
        using (var writer = new CaptureWriter(copy, CaptureFormat.PcapNg, leaveOpen: true))
        {
            foreach (CapturedPacket packet in packets)
            {
                writer.Write(packet);
            }
        }
        copy.Position = 0;
        using var again = new CaptureReader(copy);
        foreach (CapturedPacket packet in packets)
        {
            CapturedPacket? read = again.Read();
            Check(read is not null && read.Data.Span.SequenceEqual(packet.Data.Span) && (read.Time, read.OriginalLength, read.LinkType) == (packet.Time, packet.OriginalLength, packet.LinkType), "what is written is read");
        }
        Check(again.Read() is null, "and nothing more");
    }
}
