namespace DpdkSharp.Testing;

/// <summary>
/// Reads and writes whole capture files: classic pcap and pcapng, of either byte order, without libpcap. For files that are too large to
/// hold in memory use <see cref="CaptureReader"/> and <see cref="CaptureWriter"/>.
/// </summary>
public static class CaptureFile
{
    /// <summary>Reads all packets of a file.</summary>
    /// <param name="path">The file; its content tells the format.</param>
    /// <returns>The packets, in their order.</returns>
    /// <exception cref="InvalidDataException">It is no capture file, or a damaged one; the message says where.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyList<CapturedPacket> Read(string path)
    {
        using CaptureReader reader = CaptureReader.Open(path);
        var packets = new List<CapturedPacket>();
        while (reader.Read() is { } packet)
        {
            packets.Add(packet);
        }
        return packets;
    }

    /// <summary>Reads all frames of a file of Ethernet frames, none of which was cut short.</summary>
    /// <param name="path">The file; its content tells the format.</param>
    /// <returns>The frames, in their order.</returns>
    /// <exception cref="InvalidDataException">It is no capture file or a damaged one, has other packets than Ethernet frames, or one was cut short.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyList<byte[]> ReadFrames(string path)
    {
        IReadOnlyList<CapturedPacket> packets = Read(path);
        var frames = new byte[packets.Count][];
        for (int i = 0; i < frames.Length; i++)
        {
            CapturedPacket packet = packets[i];
            if (packet.LinkType != CapturedPacket.Ethernet)
            {
                throw new InvalidDataException($"'{path}': packet {i:D} is of link type {packet.LinkType:D}, not Ethernet.");
            }
            if (packet.IsTruncated)
            {
                throw new InvalidDataException($"'{path}': packet {i:D} was cut short: {packet.Data.Length:D} of its {packet.OriginalLength:D} bytes are there.");
            }
            frames[i] = packet.Data.ToArray();
        }
        return frames;
    }

    /// <summary>Writes packets to a file; replaces the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="packets">The packets. In a classic pcap file all are of one link type.</param>
    /// <param name="format">The format.</param>
    /// <exception cref="ArgumentException">A packet does not fit the format.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, IEnumerable<CapturedPacket> packets, CaptureFormat format = CaptureFormat.Pcap)
    {
        ArgumentNullException.ThrowIfNull(packets);
        using CaptureWriter writer = CaptureWriter.Create(path, format);
        foreach (CapturedPacket packet in packets)
        {
            writer.Write(packet);
        }
    }

    /// <summary>Writes Ethernet frames to a file, one microsecond apart; replaces the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="frames">The frames, without frame check sequence.</param>
    /// <param name="format">The format.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void WriteFrames(string path, IEnumerable<byte[]> frames, CaptureFormat format = CaptureFormat.Pcap)
    {
        ArgumentNullException.ThrowIfNull(frames);
        Write(path, frames.Select(static (frame, number) => new CapturedPacket(frame, (ulong)number * 1000)), format);
    }
}
