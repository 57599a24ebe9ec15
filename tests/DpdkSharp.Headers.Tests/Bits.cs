namespace DpdkSharp.Headers.Tests;

/// <summary>Bits of a header, numbered as in the RFCs' pictures: bit 0 is the highest of the first byte.</summary>
internal static class Bits
{
    internal static UInt128 Read(ReadOnlySpan<byte> bytes, int first, int count)
    {
        UInt128 value = 0;
        for (int i = first; i < first + count; i++)
        {
            value = (value << 1) | (uint)((bytes[i / 8] >> (7 - (i % 8))) & 1);
        }

        return value;
    }

    internal static void Write(Span<byte> bytes, int first, int count, UInt128 value)
    {
        for (int i = first + count - 1; i >= first; i--, value >>= 1)
        {
            int mask = 0x80 >> (i % 8);
            bytes[i / 8] = (byte)((value & 1) != 0 ? bytes[i / 8] | mask : bytes[i / 8] & ~mask);
        }
    }
}
