using System.Buffers.Binary;

namespace DpdkSharp.Testing;

/// <summary>Writes a capture packet by packet: what tcpdump, Wireshark and <see cref="CaptureReader"/> read. Used by one thread.</summary>
public sealed class CaptureWriter : IDisposable
{
    private const int SnapLength = 262_144;
    private const ulong NanosecondsPerSecond = 1_000_000_000;

    private readonly Stream _stream;
    private readonly CaptureFormat _format;
    private readonly bool _leaveOpen;

    // pcapng: the number that a packet's interface and link type have in the file.
    private readonly Dictionary<(int Interface, int LinkType), uint> _interfaces = [];
    private int _linkType = -1;
    private bool _disposed;

    /// <summary>Writes to a stream.</summary>
    /// <param name="stream">Where the capture goes.</param>
    /// <param name="format">The format.</param>
    /// <param name="leaveOpen">True to leave the stream open when the writer is disposed.</param>
    public CaptureWriter(Stream stream, CaptureFormat format = CaptureFormat.Pcap, bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!Enum.IsDefined(format))
        {
            throw new ArgumentOutOfRangeException(nameof(format), format, "There is no such format.");
        }
        _stream = stream;
        _format = format;
        _leaveOpen = leaveOpen;
        if (format == CaptureFormat.PcapNg)
        {
            Span<byte> body = stackalloc byte[16];
            BinaryPrimitives.WriteUInt32LittleEndian(body, 0x1A2B3C4D);
            BinaryPrimitives.WriteUInt16LittleEndian(body[4..], 1);
            // The section's length: not known.
            body[8..].Fill(0xFF);
            WriteBlock(0x0A0D0D0A, body, default);
        }
    }

    /// <summary>Creates a file, or replaces it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">The format.</param>
    /// <returns>The writer; dispose of it when done.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static CaptureWriter Create(string path, CaptureFormat format = CaptureFormat.Pcap) => new(File.Create(path), format);

    /// <summary>Writes a packet.</summary>
    /// <param name="packet">The packet. In a classic pcap file all are of one link type, and its time is before 2106.</param>
    /// <exception cref="ArgumentException">The packet does not fit the format.</exception>
    public void Write(CapturedPacket packet)
    {
        ArgumentNullException.ThrowIfNull(packet);
        if (packet.OriginalLength < packet.Data.Length)
        {
            throw new ArgumentException($"The packet has {packet.Data.Length:D} bytes, and says that it had {packet.OriginalLength:D}.", nameof(packet));
        }
        if (packet.LinkType is < 0 or > ushort.MaxValue)
        {
            throw new ArgumentException($"The link type {packet.LinkType:D} is none: 0 to 65,535.", nameof(packet));
        }
        if (_format == CaptureFormat.PcapNg)
        {
            WriteEnhanced(packet);
        }
        else
        {
            WriteRecord(packet);
        }
    }

    /// <summary>Completes the capture (one without a packet says that it is of Ethernet), and closes the stream, unless it is to be left open.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }
        _disposed = true;
        if (_format == CaptureFormat.PcapNg && _interfaces.Count == 0)
        {
            WriteInterface(CapturedPacket.Ethernet);
        }
        else if (_format != CaptureFormat.PcapNg && _linkType < 0)
        {
            WriteFileHeader(CapturedPacket.Ethernet);
        }
        if (_leaveOpen)
        {
            _stream.Flush();
        }
        else
        {
            _stream.Dispose();
        }
    }

    private void WriteRecord(CapturedPacket packet)
    {
        if (_linkType < 0)
        {
            WriteFileHeader(packet.LinkType);
        }
        if (packet.LinkType != _linkType)
        {
            throw new ArgumentException($"A classic pcap file has packets of one link type: this one's is {packet.LinkType:D}, the first one's {_linkType:D}. pcapng holds both.", nameof(packet));
        }
        ulong seconds = packet.Time / NanosecondsPerSecond;
        if (seconds > uint.MaxValue)
        {
            throw new ArgumentException("The packet's time is after 2106, which a classic pcap file cannot hold. pcapng can.", nameof(packet));
        }
        ulong fraction = packet.Time % NanosecondsPerSecond;
        Span<byte> header = stackalloc byte[16];
        BinaryPrimitives.WriteUInt32LittleEndian(header, (uint)seconds);
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], (uint)(_format == CaptureFormat.Pcap ? fraction : fraction / 1000));
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], packet.Data.Length);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], packet.OriginalLength);
        _stream.Write(header);
        _stream.Write(packet.Data.Span);
    }

    private void WriteFileHeader(int linkType)
    {
        Span<byte> header = stackalloc byte[24];
        header.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header, _format == CaptureFormat.Pcap ? 0xA1B23C4D : 0xA1B2C3D4);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], 2);
        BinaryPrimitives.WriteUInt16LittleEndian(header[6..], 4);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], SnapLength);
        BinaryPrimitives.WriteInt32LittleEndian(header[20..], linkType);
        _stream.Write(header);
        _linkType = linkType;
    }

    private void WriteEnhanced(CapturedPacket packet)
    {
        if (!_interfaces.TryGetValue((packet.Interface, packet.LinkType), out uint number))
        {
            number = (uint)_interfaces.Count;
            _interfaces.Add((packet.Interface, packet.LinkType), number);
            WriteInterface(packet.LinkType);
        }
        Span<byte> head = stackalloc byte[20];
        BinaryPrimitives.WriteUInt32LittleEndian(head, number);
        BinaryPrimitives.WriteUInt32LittleEndian(head[4..], (uint)(packet.Time >> 32));
        BinaryPrimitives.WriteUInt32LittleEndian(head[8..], (uint)packet.Time);
        BinaryPrimitives.WriteInt32LittleEndian(head[12..], packet.Data.Length);
        BinaryPrimitives.WriteInt32LittleEndian(head[16..], packet.OriginalLength);
        WriteBlock(6, head, packet.Data.Span);
    }

    private void WriteInterface(int linkType)
    {
        // Link type, no limit of length, time in units of 10^-9 seconds (option 9), end of options.
        Span<byte> body = [0, 0, 0, 0, 0, 0, 0, 0, 9, 0, 1, 0, 9, 0, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt16LittleEndian(body, (ushort)linkType);
        WriteBlock(1, body, default);
    }

    private void WriteBlock(uint type, ReadOnlySpan<byte> head, ReadOnlySpan<byte> data)
    {
        int padding = -data.Length & 3;
        int length = 12 + head.Length + data.Length + padding;
        Span<byte> frame = stackalloc byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(frame, type);
        BinaryPrimitives.WriteInt32LittleEndian(frame[4..], length);
        _stream.Write(frame);
        _stream.Write(head);
        _stream.Write(data);
        _stream.Write([0, 0, 0], 0, padding);
        _stream.Write(frame[4..]);
    }
}
