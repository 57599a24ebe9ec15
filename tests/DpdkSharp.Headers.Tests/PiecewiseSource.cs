using System.Runtime.InteropServices;

namespace DpdkSharp.Headers.Tests;

/// <summary>A packet in pieces, as a chain of segments has it.</summary>
internal readonly struct PiecewiseSource(byte[][] pieces) : IPacketSource
{
    public int Length => pieces.Sum(p => p.Length);

    public bool TryReadHeader<T>(int offset, out T header)
        where T : unmanaged, IPacketHeader<T>
    {
        header = default;
        if (offset < 0 || offset + T.Size > Length)
        {
            return false;
        }

        Span<byte> copy = MemoryMarshal.AsBytes(new Span<T>(ref header));
        int start = 0;
        foreach (byte[] piece in pieces)
        {
            for (int i = Math.Max(offset, start); i < Math.Min(offset + T.Size, start + piece.Length); i++)
            {
                copy[i - offset] = piece[i - start];
            }

            start += piece.Length;
        }

        return true;
    }
}
