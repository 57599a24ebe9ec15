using System.Buffers.Binary;

namespace DpdkSharp.Headers;

/// <summary>One TCP option, where it lies in the packet.</summary>
public readonly ref struct TcpOption
{
    internal TcpOption(TcpOptionKind kind, int offset, ReadOnlySpan<byte> data)
    {
        Kind = kind;
        Offset = offset;
        Data = data;
    }

    /// <summary>The kind of option.</summary>
    public TcpOptionKind Kind { get; }

    /// <summary>Where the option's kind byte is, in bytes from the start of the options; its data start two bytes further on.</summary>
    public int Offset { get; }

    /// <summary>The option's data, without kind and length byte.</summary>
    public ReadOnlySpan<byte> Data { get; }

    /// <summary>Reads a maximum segment size option.</summary>
    /// <param name="size">The maximum segment size in bytes; 0 on failure.</param>
    /// <returns>Whether this is such an option, of the right length.</returns>
    public bool TryGetMaximumSegmentSize(out ushort size)
    {
        bool valid = Kind == TcpOptionKind.MaximumSegmentSize && Data.Length == sizeof(ushort);
        size = valid ? BinaryPrimitives.ReadUInt16BigEndian(Data) : (ushort)0;
        return valid;
    }

    /// <summary>Reads a window scale option.</summary>
    /// <param name="shift">By how many bits to shift the window; more than 14 counts as 14. 0 on failure.</param>
    /// <returns>Whether this is such an option, of the right length.</returns>
    public bool TryGetWindowScale(out byte shift)
    {
        bool valid = Kind == TcpOptionKind.WindowScale && Data.Length == sizeof(byte);
        shift = valid ? Data[0] : (byte)0;
        return valid;
    }

    /// <summary>Reads a timestamps option.</summary>
    /// <param name="value">The sender's timestamp; 0 on failure.</param>
    /// <param name="echo">The receiver's timestamp that the sender returns; 0 on failure.</param>
    /// <returns>Whether this is such an option, of the right length.</returns>
    public bool TryGetTimestamps(out uint value, out uint echo)
    {
        bool valid = Kind == TcpOptionKind.Timestamps && Data.Length == 2 * sizeof(uint);
        value = valid ? BinaryPrimitives.ReadUInt32BigEndian(Data) : 0;
        echo = valid ? BinaryPrimitives.ReadUInt32BigEndian(Data[sizeof(uint)..]) : 0;
        return valid;
    }
}
