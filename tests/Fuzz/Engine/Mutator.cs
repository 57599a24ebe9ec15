using System.Text;

namespace DpdkSharp.Fuzz;

/// <summary>Changes inputs: bits, bytes, numbers, blocks, pieces of other inputs, words.</summary>
internal sealed class Mutator(int seed, int maxLength, IReadOnlyList<string> words)
{
    private static readonly byte[] s_bytes = [0, 1, 2, 3, 4, 5, 7, 8, 15, 16, 20, 31, 32, 40, 60, 63, 64, 127, 128, 254, 255];
    private static readonly ushort[] s_words = [0, 1, 0x7F, 0x80, 0xFF, 0x100, 0x5DC, 0x800, 0x806, 0x7FFF, 0x8000, 0x8100, 0x86DD, 0x8847, 0x88A8, 0x12B5, 0x868, 0xFFFE, 0xFFFF];

    private readonly byte[][] _words = [.. words.Select(static w => Encoding.Latin1.GetBytes(w))];

    private ulong _state = ((ulong)seed * 0x9E37_79B9_7F4A_7C15) | 1;

    /// <summary>0 to <paramref name="end"/> - 1.</summary>
    public int Next(int end)
    {
        // xorshift64*: the generator must not cost more than what it feeds.
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return (int)(((_state * 0x2545_F491_4F6C_DD1D) >> 32) * (uint)end >> 32);
    }

    /// <summary>Makes an input of another.</summary>
    /// <param name="parent">The one to change.</param>
    /// <param name="other">One to take pieces of.</param>
    /// <param name="buffer">Room for the longest input.</param>
    /// <returns>The new one's length.</returns>
    public int Mutate(ReadOnlySpan<byte> parent, ReadOnlySpan<byte> other, Span<byte> buffer)
    {
        int length = Math.Min(parent.Length, maxLength);
        parent[..length].CopyTo(buffer);
        for (int rounds = 1 << Next(4); rounds > 0; rounds--)
        {
            length = Step(buffer, length, other);
        }
        return length;
    }

    private int Step(Span<byte> buffer, int length, ReadOnlySpan<byte> other)
    {
        if (length == 0)
        {
            buffer[0] = (byte)Next(256);
            return 1;
        }
        int at = Next(length);
        switch (Next(_words.Length > 0 ? 13 : 11))
        {
            case 0:
                buffer[at] ^= (byte)(1 << Next(8));
                return length;
            case 1:
                buffer[at] = (byte)Next(256);
                return length;
            case 2:
                buffer[at] = s_bytes[Next(s_bytes.Length)];
                return length;
            case 3:
                buffer[at] += (byte)(Next(33) - 16);
                return length;
            case 4 when at + 1 < length:
                ushort word = s_words[Next(s_words.Length)];
                buffer[at] = (byte)(word >> 8);
                buffer[at + 1] = (byte)word;
                return length;
            case 5 when at + 1 < length:
                // A length field that is a little too long or too short.
                int number = ((buffer[at] << 8) | buffer[at + 1]) + Next(17) - 8;
                buffer[at] = (byte)(number >> 8);
                buffer[at + 1] = (byte)number;
                return length;
            case 6:
                // Cut off.
                return Next(2) == 0 ? at : Math.Max(0, length - 1 - Next(4));
            case 7:
                return Remove(buffer, length, at, 1 + Next(Math.Min(16, length - at)));
            case 8:
                return Insert(buffer, length, at, buffer.Slice(at, 1 + Next(Math.Min(16, length - at))).ToArray());
            case 9 when other.Length > 0:
                // The other's end.
                int from = Next(other.Length);
                int taken = Math.Min(other.Length - from, maxLength - at);
                other.Slice(from, taken).CopyTo(buffer[at..]);
                return at + taken;
            case 10 when other.Length > 0:
                int start = Next(other.Length);
                return Insert(buffer, length, at, other.Slice(start, Math.Min(1 + Next(32), other.Length - start)));
            case 11:
                return Insert(buffer, length, at, _words[Next(_words.Length)]);
            case 12:
                byte[] text = _words[Next(_words.Length)];
                return Insert(buffer, Remove(buffer, length, at, Math.Min(text.Length, length - at)), at, text);
            default:
                buffer[at] = (byte)~buffer[at];
                return length;
        }
    }

    private static int Remove(Span<byte> buffer, int length, int at, int count)
    {
        buffer[(at + count)..length].CopyTo(buffer[at..]);
        return length - count;
    }

    private int Insert(Span<byte> buffer, int length, int at, ReadOnlySpan<byte> bytes)
    {
        int count = Math.Min(bytes.Length, maxLength - length);
        buffer[at..length].CopyTo(buffer[(at + count)..]);
        bytes[..count].CopyTo(buffer[at..]);
        return length + count;
    }
}
