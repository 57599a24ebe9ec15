using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DpdkSharp.Headers;

/// <summary>An Ethernet (MAC) address: six bytes, laid out as in a frame (<c>rte_ether_addr</c>).</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1, Size = ByteCount)]
public readonly struct MacAddress : IEquatable<MacAddress>, ISpanParsable<MacAddress>, ISpanFormattable
{
    /// <summary>The number of bytes in an address: 6.</summary>
    public const int ByteCount = 6;

    private const int TextLength = 17;

    // Two fields, so that a copy is two moves and a comparison needs no loop.
    private readonly uint _first;
    private readonly ushort _last;

    /// <summary>Makes an address of six bytes in the order in which they are sent.</summary>
    /// <param name="bytes">The six bytes.</param>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> has not exactly six bytes.</exception>
    public MacAddress(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != ByteCount)
        {
            throw new ArgumentException("A MAC address has six bytes.", nameof(bytes));
        }

        this = MemoryMarshal.Read<MacAddress>(bytes);
    }

    /// <summary>Makes an address of six bytes in the order in which they are sent.</summary>
    /// <param name="b0">The first byte; its lowest bit marks a group address.</param>
    /// <param name="b1">The second byte.</param>
    /// <param name="b2">The third byte.</param>
    /// <param name="b3">The fourth byte.</param>
    /// <param name="b4">The fifth byte.</param>
    /// <param name="b5">The sixth byte.</param>
    public MacAddress(byte b0, byte b1, byte b2, byte b3, byte b4, byte b5)
    {
        _first = NetworkOrder.Swap(((uint)b0 << 24) | ((uint)b1 << 16) | ((uint)b2 << 8) | b3);
        _last = NetworkOrder.Swap((ushort)((b4 << 8) | b5));
    }

    private MacAddress(uint first, ushort last)
    {
        _first = first;
        _last = last;
    }

    /// <summary>ff:ff:ff:ff:ff:ff.</summary>
    public static MacAddress Broadcast => new(uint.MaxValue, ushort.MaxValue);

    /// <summary>00:00:00:00:00:00.</summary>
    public static MacAddress Zero => default;

    /// <summary>Whether this is the broadcast address.</summary>
    public bool IsBroadcast => _first == uint.MaxValue && _last == ushort.MaxValue;

    /// <summary>Whether this is a group address; the broadcast address is one (<c>rte_is_multicast_ether_addr</c>).</summary>
    public bool IsMulticast => (FirstByte & 1) != 0;

    /// <summary>Whether this is the address of one station: no group address (<c>rte_is_unicast_ether_addr</c>).</summary>
    public bool IsUnicast => (FirstByte & 1) == 0;

    /// <summary>Whether all six bytes are zero.</summary>
    public bool IsZero => _first == 0 && _last == 0;

    /// <summary>Whether the address was given locally and not by a manufacturer (<c>rte_is_local_admin_ether_addr</c>).</summary>
    public bool IsLocallyAdministered => (FirstByte & 2) != 0;

    private byte FirstByte => (byte)(NetworkOrder.Swap(_first) >> 24);

    /// <summary>Makes an address of the low 48 bits of a number: 0x001122334455 is 00:11:22:33:44:55.</summary>
    /// <param name="value">The number, at most 0xFFFFFFFFFFFF.</param>
    /// <returns>The address.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number has more than 48 bits.</exception>
    public static MacAddress FromUInt64(ulong value)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 0xFFFF_FFFF_FFFFul);
        return new MacAddress(NetworkOrder.Swap((uint)(value >> 16)), NetworkOrder.Swap((ushort)value));
    }

    /// <summary>Makes a random unicast address that is locally administered (<c>rte_eth_random_addr</c>).</summary>
    /// <returns>The address.</returns>
    public static MacAddress CreateRandom()
    {
        ulong value = (ulong)Random.Shared.NextInt64() & 0xFFFF_FFFF_FFFFul;
        return FromUInt64((value & ~(1ul << 40)) | (2ul << 40));
    }

    /// <summary>The address as a number: 00:11:22:33:44:55 is 0x001122334455.</summary>
    /// <returns>The number, in its low 48 bits.</returns>
    public ulong ToUInt64() => ((ulong)NetworkOrder.Swap(_first) << 16) | NetworkOrder.Swap(_last);

    /// <summary>Writes the six bytes in the order in which they are sent.</summary>
    /// <param name="destination">Where to write.</param>
    /// <returns>Whether there was room for six bytes; if not, nothing is written.</returns>
    public bool TryWriteBytes(Span<byte> destination) => MemoryMarshal.TryWrite(destination, this);

    /// <summary>Reads an address written as <c>00:11:22:33:44:55</c>, with dashes, or as <c>0011:2233:4455</c>.</summary>
    /// <param name="s">The text.</param>
    /// <returns>The address.</returns>
    /// <exception cref="FormatException">The text is not a MAC address.</exception>
    public static MacAddress Parse(ReadOnlySpan<char> s) =>
        TryParse(s, out MacAddress result) ? result : throw new FormatException($"'{s}' is not a MAC address such as 00:11:22:33:44:55.");

    /// <summary>Reads an address written as <c>00:11:22:33:44:55</c>, with dashes, or as <c>0011:2233:4455</c>.</summary>
    /// <param name="s">The text.</param>
    /// <param name="result">The address; <see cref="Zero"/> on failure.</param>
    /// <returns>Whether the text is a MAC address.</returns>
    public static bool TryParse(ReadOnlySpan<char> s, out MacAddress result)
    {
        result = default;
        int separator = s.IndexOfAny(':', '-');
        if (separator < 0)
        {
            return false;
        }

        char mark = s[separator];
        int groups = s.Count(mark) + 1;
        int digits = groups switch { 6 => 2, 3 => 4, _ => 0 };
        if (digits == 0)
        {
            return false;
        }

        ulong value = 0;
        foreach (Range range in s.Split(mark))
        {
            ReadOnlySpan<char> group = s[range];

            // Only the form of six groups may leave out a leading zero.
            if (group.Length > digits || group.Length < digits / 2 || (digits == 4 && group.Length != 4) ||
                !HexadecimalGroup.TryParse(group, out ushort part))
            {
                return false;
            }

            value = (value << (digits * 4)) | part;
        }

        result = FromUInt64(value);
        return true;
    }

    /// <summary>Writes the address as DPDK does, in capitals: <c>00:1B:21:3C:9D:F8</c>.</summary>
    /// <param name="destination">Where to write; 17 characters are needed.</param>
    /// <param name="charsWritten">The number of characters written; 0 on failure.</param>
    /// <returns>Whether there was room.</returns>
    public bool TryFormat(Span<char> destination, out int charsWritten)
    {
        if (destination.Length < TextLength)
        {
            charsWritten = 0;
            return false;
        }

        ulong value = ToUInt64();
        for (int i = 0; i < ByteCount; i++)
        {
            int b = (int)(value >> (40 - (8 * i))) & 0xFF;
            destination[3 * i] = HexDigit(b >> 4);
            destination[(3 * i) + 1] = HexDigit(b & 15);
            if (i < ByteCount - 1)
            {
                destination[(3 * i) + 2] = ':';
            }
        }

        charsWritten = TextLength;
        return true;
    }

    /// <summary>The address as DPDK writes it, in capitals: <c>00:1B:21:3C:9D:F8</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(TextLength, this, static (text, address) => address.TryFormat(text, out _));

    // The text has one form, whatever the format and the culture.

    /// <inheritdoc/>
    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc/>
    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        TryFormat(destination, out charsWritten);

    /// <inheritdoc/>
    static MacAddress ISpanParsable<MacAddress>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    static bool ISpanParsable<MacAddress>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out MacAddress result) => TryParse(s, out result);

    /// <inheritdoc/>
    static MacAddress IParsable<MacAddress>.Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s);
    }

    /// <inheritdoc/>
    static bool IParsable<MacAddress>.TryParse(string? s, IFormatProvider? provider, out MacAddress result) => TryParse(s, out result);

    /// <inheritdoc/>
    public bool Equals(MacAddress other) => _first == other._first && _last == other._last;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is MacAddress other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_first, _last);

    /// <summary>Whether two addresses are the same.</summary>
    public static bool operator ==(MacAddress left, MacAddress right) => left.Equals(right);

    /// <summary>Whether two addresses differ.</summary>
    public static bool operator !=(MacAddress left, MacAddress right) => !left.Equals(right);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static char HexDigit(int value) => (char)(value < 10 ? '0' + value : 'A' + value - 10);
}
