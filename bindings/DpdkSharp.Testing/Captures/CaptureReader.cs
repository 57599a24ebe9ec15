using System.Buffers.Binary;
using System.Globalization;

namespace DpdkSharp.Testing;

/// <summary>
/// Reads a capture packet by packet: classic pcap (microseconds and nanoseconds) and pcapng (several sections and interfaces, enhanced,
/// simple and obsolete packet blocks; other blocks are passed over), of either byte order. Whatever the bytes are, the answer is packets or an
/// <see cref="InvalidDataException"/>. Used by one thread.
/// </summary>
public sealed class CaptureReader : IDisposable
{
    // What a packet or block may have at the most: more is a damaged length, and no reason to ask for so much memory.
    private const int MaxLength = 64 * 1024 * 1024;
    private const int ChunkLength = 64 * 1024;
    private const uint MicrosecondMagic = 0xA1B2C3D4;
    private const uint NanosecondMagic = 0xA1B23C4D;
    private const uint SectionHeader = 0x0A0D0D0A;
    private const uint ByteOrderMagic = 0x1A2B3C4D;
    private const uint InterfaceDescription = 1;
    private const uint ObsoletePacket = 2;
    private const uint SimplePacket = 3;
    private const uint EnhancedPacket = 6;
    private const int BlockFrame = 12;
    private const ulong NanosecondsPerSecond = 1_000_000_000;

    private readonly Stream _stream;
    private readonly string _name;
    private readonly bool _leaveOpen;
    private readonly List<CaptureInterface> _interfaces = [];
    private long _position;
    private bool _littleEndian;
    private bool _nanoseconds;
    private int _linkType;

    // The first interface of the section.
    private int _section;

    /// <summary>Reads the head of a capture.</summary>
    /// <param name="stream">The capture, from its first byte on.</param>
    /// <param name="name">What messages call it: its path.</param>
    /// <param name="leaveOpen">True to leave the stream open when the reader is disposed.</param>
    /// <exception cref="InvalidDataException">It is no capture, or a damaged one.</exception>
    public CaptureReader(Stream stream, string name = "capture", bool leaveOpen = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        _stream = stream;
        _name = name;
        _leaveOpen = leaveOpen;
        Span<byte> magic = stackalloc byte[4];
        int read = Fill(magic);
        if (read < magic.Length)
        {
            throw Damaged($"it has {read:D} bytes: no capture file");
        }
        uint little = BinaryPrimitives.ReadUInt32LittleEndian(magic);
        uint big = BinaryPrimitives.ReadUInt32BigEndian(magic);
        if (little == SectionHeader)
        {
            IsPcapNg = true;
            ReadSection();
            return;
        }
        _littleEndian = little is MicrosecondMagic or NanosecondMagic;
        if (!_littleEndian && big is not (MicrosecondMagic or NanosecondMagic))
        {
            throw Damaged(string.Create(CultureInfo.InvariantCulture, $"it starts with 0x{big:x8}: neither pcap nor pcapng"));
        }
        _nanoseconds = (_littleEndian ? little : big) == NanosecondMagic;
        Span<byte> rest = stackalloc byte[20];
        ReadExactly(rest, "the file header");
        // The upper bits tell of frame check sequences, which are then part of the packets.
        _linkType = (int)(UInt32(rest[16..]) & 0xFFFF);
    }

    /// <summary>Whether the capture is pcapng; classic pcap otherwise.</summary>
    public bool IsPcapNg { get; }

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file; its content tells the format.</param>
    /// <returns>The reader; dispose of it when done.</returns>
    /// <exception cref="InvalidDataException">It is no capture file, or a damaged one.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static CaptureReader Open(string path)
    {
        FileStream file = File.OpenRead(path);
        try
        {
            return new CaptureReader(file, path);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads the next packet.</summary>
    /// <returns>The packet; null at the end.</returns>
    /// <exception cref="InvalidDataException">The capture is damaged; the message says where.</exception>
    public CapturedPacket? Read() => IsPcapNg ? ReadBlocks() : ReadRecord();

    /// <summary>Closes the stream, unless it is to be left open.</summary>
    public void Dispose()
    {
        if (!_leaveOpen)
        {
            _stream.Dispose();
        }
    }

    private CapturedPacket? ReadRecord()
    {
        Span<byte> header = stackalloc byte[16];
        int read = Fill(header);
        if (read == 0)
        {
            return null;
        }
        if (read < header.Length)
        {
            throw Damaged("it ends within the header of a packet");
        }
        ulong seconds = UInt32(header);
        ulong fraction = UInt32(header[4..]);
        uint captured = UInt32(header[8..]);
        uint original = UInt32(header[12..]);
        CheckLengths(captured, original);
        return new CapturedPacket(
            ReadBytes((int)captured), (seconds * NanosecondsPerSecond) + (_nanoseconds ? fraction : fraction * 1000), (int)original, _linkType);
    }

    private CapturedPacket? ReadBlocks()
    {
        Span<byte> head = stackalloc byte[8];
        while (true)
        {
            int read = Fill(head[..4]);
            if (read == 0)
            {
                return null;
            }
            if (read < 4)
            {
                throw Damaged("it ends within the head of a block");
            }
            // Reads the same in both byte orders.
            if (BinaryPrimitives.ReadUInt32LittleEndian(head) == SectionHeader)
            {
                ReadSection();
                continue;
            }
            ReadExactly(head[4..], "the head of a block");
            byte[] body = ReadBody(UInt32(head[4..]));
            switch (UInt32(head))
            {
                case InterfaceDescription:
                    AddInterface(body);
                    break;
                case EnhancedPacket:
                    return Packet(body, Number(body, 0), ((ulong)Number(body, 4) << 32) | Number(body, 8), 12);
                case ObsoletePacket:
                    return Packet(body, Number(body, 0, halfWord: true), ((ulong)Number(body, 4) << 32) | Number(body, 8), 12);
                case SimplePacket:
                    return Simple(body);
                default:
                    // Names, statistics, comments and whatever else: not a packet.
                    break;
            }
        }
    }

    // The block's type has been read.
    private void ReadSection()
    {
        Span<byte> head = stackalloc byte[8];
        ReadExactly(head, "a section header");
        _littleEndian = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]) == ByteOrderMagic;
        if (!_littleEndian && BinaryPrimitives.ReadUInt32BigEndian(head[4..]) != ByteOrderMagic)
        {
            throw Damaged("a section header has no byte order mark");
        }
        uint length = UInt32(head);
        if (length < BlockFrame + 16)
        {
            throw Damaged($"a section header says that it has {length:D} bytes");
        }
        // The byte order mark belongs to the body.
        byte[] body = ReadBody(length, alreadyRead: 4);
        ushort major = UInt16(body);
        if (major != 1)
        {
            throw Damaged($"it is of pcapng version {major:D}, and only version 1 is known");
        }
        _section = _interfaces.Count;
    }

    private byte[] ReadBody(uint length, int alreadyRead = 0)
    {
        if (length < BlockFrame + (uint)alreadyRead || length % 4 != 0 || length > MaxLength)
        {
            throw Damaged($"a block says that it has {length:D} bytes");
        }
        byte[] body = ReadBytes((int)length - BlockFrame - alreadyRead);
        Span<byte> trailer = stackalloc byte[4];
        ReadExactly(trailer, "the end of a block");
        return UInt32(trailer) == length ? body : throw Damaged($"a block has {length:D} bytes by its head and {UInt32(trailer):D} by its end");
    }

    private void AddInterface(byte[] body)
    {
        int linkType = (int)Number(body, 0, halfWord: true);
        uint snapLength = Number(body, 4);
        ulong unitsPerSecond = 1_000_000;
        long offsetSeconds = 0;
        for (ReadOnlySpan<byte> options = body.AsSpan(8); options.Length >= 4;)
        {
            ushort code = UInt16(options);
            ushort length = UInt16(options[2..]);
            if (code == 0)
            {
                break;
            }
            if (length > options.Length - 4)
            {
                throw Damaged("an option of an interface reaches beyond its block");
            }
            ReadOnlySpan<byte> value = options.Slice(4, length);
            const ushort Resolution = 9;
            const ushort Offset = 14;
            if (code == Resolution && length == 1)
            {
                unitsPerSecond = UnitsPerSecond(value[0]);
            }
            else if (code == Offset && length == 8)
            {
                offsetSeconds = _littleEndian ? BinaryPrimitives.ReadInt64LittleEndian(value) : BinaryPrimitives.ReadInt64BigEndian(value);
            }
            options = options[Math.Min(options.Length, 4 + ((length + 3) & ~3))..];
        }
        _interfaces.Add(new CaptureInterface(linkType, snapLength, unitsPerSecond, offsetSeconds));
    }

    private ulong UnitsPerSecond(byte resolution)
    {
        int exponent = resolution & 0x7F;
        bool binary = (resolution & 0x80) != 0;
        // What 64 bits of time stamp can count.
        if (exponent > (binary ? 63 : 19))
        {
            throw Damaged($"an interface counts time in units of {(binary ? 2 : 10):D} to the power of -{exponent:D}");
        }
        ulong units = 1;
        for (int i = 0; i < exponent; i++)
        {
            units *= binary ? 2UL : 10;
        }
        return units;
    }

    private CapturedPacket Packet(byte[] body, uint number, ulong time, int at)
    {
        uint captured = Number(body, at);
        uint original = Number(body, at + 4);
        CaptureInterface source = Interface(number);
        CheckLengths(captured, original);
        return captured <= body.Length - at - 8
            ? new CapturedPacket(body.AsMemory(at + 8, (int)captured), source.ToNanoseconds(time), (int)original, source.LinkType, _section + (int)number)
            : throw Damaged($"a packet of {captured:D} bytes reaches beyond its block");
    }

    private CapturedPacket Simple(byte[] body)
    {
        uint original = Number(body, 0);
        CaptureInterface source = Interface(0);
        uint captured = source.SnapLength == 0 ? original : Math.Min(original, source.SnapLength);
        CheckLengths(captured, original);
        return captured <= body.Length - 4
            ? new CapturedPacket(body.AsMemory(4, (int)captured), 0, (int)original, source.LinkType, _section)
            : throw Damaged($"a packet of {captured:D} bytes reaches beyond its block");
    }

    private CaptureInterface Interface(uint number) => number < _interfaces.Count - _section
        ? _interfaces[_section + (int)number]
        : throw Damaged($"a packet is of interface {number:D}, which the section does not describe");

    private void CheckLengths(uint captured, uint original)
    {
        if (captured > MaxLength || original > int.MaxValue || captured > original)
        {
            throw Damaged($"a packet has {captured:D} bytes of {original:D}");
        }
    }

    private uint Number(byte[] body, int at, bool halfWord = false)
    {
        if (body.Length < at + 4)
        {
            throw Damaged("a block is too short for what it should hold");
        }
        return halfWord ? UInt16(body.AsSpan(at)) : UInt32(body.AsSpan(at));
    }

    private uint UInt32(ReadOnlySpan<byte> at) => _littleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);

    private ushort UInt16(ReadOnlySpan<byte> at) => _littleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    // Grows with what is really there: a length alone must not cost memory.
    private byte[] ReadBytes(int length)
    {
        byte[] bytes = new byte[Math.Min(length, ChunkLength)];
        int filled = 0;
        while (true)
        {
            int read = Fill(bytes.AsSpan(filled));
            filled += read;
            if (filled < bytes.Length)
            {
                throw Damaged($"it ends {length - filled:D} bytes too early");
            }
            if (filled == length)
            {
                return bytes;
            }
            Array.Resize(ref bytes, (int)Math.Min(length, bytes.Length * 2L));
        }
    }

    private void ReadExactly(Span<byte> bytes, string what)
    {
        if (Fill(bytes) < bytes.Length)
        {
            throw Damaged($"it ends within {what}");
        }
    }

    private int Fill(Span<byte> bytes)
    {
        int read = _stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        _position += read;
        return read;
    }

    private InvalidDataException Damaged(string what) => new($"'{_name}' is damaged or no capture (before byte {_position:D}): {what}.");

    /// <summary>What an interface description says: link type, longest packet kept (0 for all), and how time is counted.</summary>
    private readonly record struct CaptureInterface(int LinkType, uint SnapLength, ulong UnitsPerSecond, long OffsetSeconds)
    {
        // Times before 1970 and after 2554 are brought to the end that they are beyond.
        public ulong ToNanoseconds(ulong time) => (ulong)Int128.Clamp(
            (Int128)((UInt128)time * NanosecondsPerSecond / UnitsPerSecond) + ((Int128)OffsetSeconds * NanosecondsPerSecond), 0, ulong.MaxValue);
    }
}
