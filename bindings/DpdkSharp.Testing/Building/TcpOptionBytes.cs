using System.Buffers.Binary;
using DpdkSharp.Headers;

namespace DpdkSharp.Testing;

/// <summary>
/// TCP options as they lie in a header, to be strung together: <c>options: [.. TcpOptionBytes.MaximumSegmentSize(1460), .. TcpOptionBytes.SackPermitted]</c>.
/// The builder pads them to a multiple of four bytes.
/// </summary>
public static class TcpOptionBytes
{
    /// <summary>One byte of padding.</summary>
    public static byte[] NoOperation => [(byte)TcpOptionKind.NoOperation];

    /// <summary>The sender understands selective acknowledgments.</summary>
    public static byte[] SackPermitted => [(byte)TcpOptionKind.SackPermitted, 2];

    /// <summary>The largest segment that the sender can receive.</summary>
    /// <param name="size">Bytes.</param>
    /// <returns>The option.</returns>
    public static byte[] MaximumSegmentSize(ushort size) => [(byte)TcpOptionKind.MaximumSegmentSize, 4, (byte)(size >> 8), (byte)size];

    /// <summary>By how many bits windows are shifted.</summary>
    /// <param name="shift">0 to 14; more is not valid, and not refused.</param>
    /// <returns>The option.</returns>
    public static byte[] WindowScale(byte shift) => [(byte)TcpOptionKind.WindowScale, 3, shift];

    /// <summary>Timestamps.</summary>
    /// <param name="value">The sender's.</param>
    /// <param name="echo">The receiver's, returned.</param>
    /// <returns>The option.</returns>
    public static byte[] Timestamps(uint value, uint echo)
    {
        byte[] option = [(byte)TcpOptionKind.Timestamps, 10, 0, 0, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32BigEndian(option.AsSpan(2), value);
        BinaryPrimitives.WriteUInt32BigEndian(option.AsSpan(6), echo);
        return option;
    }

    /// <summary>Selective acknowledgments.</summary>
    /// <param name="blocks">The first sequence number of each block, and the one after its last; at most four blocks fit.</param>
    /// <returns>The option.</returns>
    public static byte[] Sack(params ReadOnlySpan<(uint Left, uint Right)> blocks)
    {
        byte[] option = new byte[2 + (8 * blocks.Length)];
        option[0] = (byte)TcpOptionKind.Sack;
        option[1] = (byte)option.Length;
        for (int i = 0; i < blocks.Length; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(option.AsSpan(2 + (8 * i)), blocks[i].Left);
            BinaryPrimitives.WriteUInt32BigEndian(option.AsSpan(6 + (8 * i)), blocks[i].Right);
        }
        return option;
    }

    /// <summary>Any option.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="data">Its data, at most 253 bytes; what a header holds is 38.</param>
    /// <returns>The option.</returns>
    public static byte[] Option(TcpOptionKind kind, params ReadOnlySpan<byte> data)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(data.Length, 253, nameof(data));
        return [(byte)kind, (byte)(2 + data.Length), .. data];
    }
}
