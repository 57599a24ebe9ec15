using System.Buffers.Binary;

namespace DpdkSharp.TestKit;

/// <summary>
/// Classic pcap files of Ethernet frames, read and written here in the test kit so that what a driver wrote is judged by code that shares nothing with it.
/// </summary>
public static class CaptureFile
{
    private const uint Microseconds = 0xa1b2c3d4;
    private const uint Nanoseconds = 0xa1b23c4d;
    private const uint Ethernet = 1;
    private const int FileHeader = 24;
    private const int FrameHeader = 16;

    /// <summary>All frames of a file, in their order, whole.</summary>
    /// <exception cref="InvalidDataException">Not such a file, or a frame in it was cut short when it was recorded.</exception>
    public static IReadOnlyList<byte[]> Read(string path)
    {
        var file = File.ReadAllBytes(path).AsSpan();
        if (file.Length < FileHeader)
        {
            throw new InvalidDataException($"'{path}' has {file.Length} bytes: no pcap file.");
        }

        var littleEndian = BinaryPrimitives.ReadUInt32LittleEndian(file) is Microseconds or Nanoseconds;
        if (!littleEndian && BinaryPrimitives.ReadUInt32BigEndian(file) is not (Microseconds or Nanoseconds))
        {
            throw new InvalidDataException($"'{path}' is no classic pcap file.");
        }

        if (Number(file[20..], littleEndian) is var link && link != Ethernet)
        {
            throw new InvalidDataException($"'{path}' has frames of link type {link}, not Ethernet.");
        }

        var frames = new List<byte[]>();
        for (var rest = file[FileHeader..]; !rest.IsEmpty;)
        {
            if (rest.Length < FrameHeader)
            {
                throw new InvalidDataException($"'{path}' ends within the header of frame {frames.Count}.");
            }

            var captured = Number(rest[8..], littleEndian);
            var length = Number(rest[12..], littleEndian);
            if (captured != length || captured > rest.Length - FrameHeader)
            {
                throw new InvalidDataException($"'{path}' has {captured} of the {length} bytes of frame {frames.Count}, and {rest.Length - FrameHeader} bytes left.");
            }

            frames.Add(rest.Slice(FrameHeader, (int)captured).ToArray());
            rest = rest[(FrameHeader + (int)captured)..];
        }

        return frames;
    }

    /// <summary>Writes frames to a file, one microsecond apart; replaces the file.</summary>
    public static void Write(string path, IEnumerable<byte[]> frames)
    {
        using var file = File.Create(path);
        Span<byte> header = stackalloc byte[FileHeader];
        BinaryPrimitives.WriteUInt32LittleEndian(header, Microseconds);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], 2);
        BinaryPrimitives.WriteUInt16LittleEndian(header[6..], 4);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], 262_144);
        BinaryPrimitives.WriteUInt32LittleEndian(header[20..], Ethernet);
        file.Write(header);
        var number = 0u;
        foreach (var frame in frames)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(header, number / 1_000_000);
            BinaryPrimitives.WriteUInt32LittleEndian(header[4..], number % 1_000_000);
            BinaryPrimitives.WriteUInt32LittleEndian(header[8..], (uint)frame.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(header[12..], (uint)frame.Length);
            file.Write(header[..FrameHeader]);
            file.Write(frame);
            number++;
        }
    }

    private static uint Number(ReadOnlySpan<byte> at, bool littleEndian) =>
        littleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
