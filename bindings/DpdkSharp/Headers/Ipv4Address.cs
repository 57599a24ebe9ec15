using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace DpdkSharp.Headers;

/// <summary>An IPv4 address: four bytes, laid out as in a packet.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1, Size = ByteCount)]
public readonly struct Ipv4Address : IEquatable<Ipv4Address>, IComparable<Ipv4Address>, ISpanParsable<Ipv4Address>, ISpanFormattable
{
    /// <summary>The number of bytes in an address: 4.</summary>
    public const int ByteCount = 4;

    private const int MaxTextLength = 15;

    private readonly uint _raw;

    /// <summary>Makes an address of a number in host order: 0xC0000201 is 192.0.2.1 (as <c>RTE_IPV4</c> gives it).</summary>
    /// <param name="value">The number.</param>
    public Ipv4Address(uint value) => _raw = NetworkOrder.Swap(value);

    /// <summary>Makes the address <c>a.b.c.d</c>.</summary>
    /// <param name="a">The first byte.</param>
    /// <param name="b">The second byte.</param>
    /// <param name="c">The third byte.</param>
    /// <param name="d">The fourth byte.</param>
    public Ipv4Address(byte a, byte b, byte c, byte d)
        : this(((uint)a << 24) | ((uint)b << 16) | ((uint)c << 8) | d)
    {
    }

    /// <summary>Makes an address of four bytes in the order in which they are sent.</summary>
    /// <param name="bytes">The four bytes.</param>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> has not exactly four bytes.</exception>
    public Ipv4Address(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != ByteCount)
        {
            throw new ArgumentException("An IPv4 address has four bytes.", nameof(bytes));
        }

        _raw = MemoryMarshal.Read<uint>(bytes);
    }

    /// <summary>0.0.0.0.</summary>
    public static Ipv4Address Any => default;

    /// <summary>127.0.0.1.</summary>
    public static Ipv4Address Loopback => new(0x7F00_0001);

    /// <summary>255.255.255.255.</summary>
    public static Ipv4Address Broadcast => new(uint.MaxValue);

    /// <summary>The address as a number in host order, as DPDK's LPM and FIB want it: 192.0.2.1 is 0xC0000201.</summary>
    public uint Value => NetworkOrder.Swap(_raw);

    /// <summary>Whether this is 0.0.0.0.</summary>
    public bool IsAny => _raw == 0;

    /// <summary>Whether this is 255.255.255.255.</summary>
    public bool IsBroadcast => _raw == uint.MaxValue;

    /// <summary>Whether this lies in 224.0.0.0/4.</summary>
    public bool IsMulticast => Value >> 28 == 0xE;

    /// <summary>Whether this lies in 127.0.0.0/8.</summary>
    public bool IsLoopback => Value >> 24 == 127;

    internal uint Raw => _raw;

    /// <summary>Takes over an <see cref="IPAddress"/>.</summary>
    /// <param name="address">An address of the family <see cref="AddressFamily.InterNetwork"/>.</param>
    /// <returns>The address.</returns>
    /// <exception cref="ArgumentException">The address is not an IPv4 address.</exception>
    public static Ipv4Address FromIPAddress(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        Span<byte> bytes = stackalloc byte[ByteCount];
        return address.AddressFamily == AddressFamily.InterNetwork && address.TryWriteBytes(bytes, out _)
            ? new Ipv4Address(bytes)
            : throw new ArgumentException($"{address} is not an IPv4 address.", nameof(address));
    }

    /// <summary>Makes an <see cref="IPAddress"/>; allocates it.</summary>
    /// <returns>The same address.</returns>
    public IPAddress ToIPAddress() => new((long)(BitConverter.IsLittleEndian ? _raw : Value));

    /// <summary>Writes the four bytes in the order in which they are sent.</summary>
    /// <param name="destination">Where to write.</param>
    /// <returns>Whether there was room for four bytes; if not, nothing is written.</returns>
    public bool TryWriteBytes(Span<byte> destination) => MemoryMarshal.TryWrite(destination, this);

    /// <summary>Reads an address written as four decimal numbers with dots: <c>192.0.2.1</c>.</summary>
    /// <param name="s">The text.</param>
    /// <returns>The address.</returns>
    /// <exception cref="FormatException">The text is not an IPv4 address.</exception>
    public static Ipv4Address Parse(ReadOnlySpan<char> s) =>
        TryParse(s, out Ipv4Address result) ? result : throw new FormatException($"'{s}' is not an IPv4 address such as 192.0.2.1.");

    /// <summary>Reads an address written as four decimal numbers with dots: <c>192.0.2.1</c>. Octal, hexadecimal and shortened forms are refused.</summary>
    /// <param name="s">The text.</param>
    /// <param name="result">The address; <see cref="Any"/> on failure.</param>
    /// <returns>Whether the text is an IPv4 address.</returns>
    public static bool TryParse(ReadOnlySpan<char> s, out Ipv4Address result)
    {
        result = default;
        uint value = 0;
        int number = 0;
        int digits = 0;
        int groups = 0;
        for (int i = 0; i <= s.Length; i++)
        {
            if (i == s.Length || s[i] == '.')
            {
                if (digits == 0 || ++groups > ByteCount)
                {
                    return false;
                }

                value = (value << 8) | (uint)number;
                number = 0;
                digits = 0;
            }
            else
            {
                // A leading zero would be octal to other programs, so it is no number here.
                if (!char.IsAsciiDigit(s[i]) || (digits > 0 && number == 0))
                {
                    return false;
                }

                number = (number * 10) + (s[i] - '0');
                digits++;
                if (number > 255)
                {
                    return false;
                }
            }
        }

        if (groups != ByteCount)
        {
            return false;
        }

        result = new Ipv4Address(value);
        return true;
    }

    /// <summary>Writes the address as four decimal numbers with dots.</summary>
    /// <param name="destination">Where to write; at most 15 characters are needed.</param>
    /// <param name="charsWritten">The number of characters written; 0 on failure.</param>
    /// <returns>Whether there was room.</returns>
    public bool TryFormat(Span<char> destination, out int charsWritten)
    {
        charsWritten = 0;
        int at = 0;
        for (int shift = 24; shift >= 0; shift -= 8)
        {
            if (!((byte)(Value >> shift)).TryFormat(destination[at..], out int digits, default, CultureInfo.InvariantCulture))
            {
                return false;
            }

            at += digits;
            if (shift != 0)
            {
                if (at == destination.Length)
                {
                    return false;
                }

                destination[at++] = '.';
            }
        }

        charsWritten = at;
        return true;
    }

    /// <summary>The address as four decimal numbers with dots: <c>192.0.2.1</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        Span<char> text = stackalloc char[MaxTextLength];
        _ = TryFormat(text, out int written);
        return new string(text[..written]);
    }

    // The text has one form, whatever the format and the culture.

    /// <inheritdoc/>
    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc/>
    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        TryFormat(destination, out charsWritten);

    /// <inheritdoc/>
    static Ipv4Address ISpanParsable<Ipv4Address>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    static bool ISpanParsable<Ipv4Address>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Ipv4Address result) => TryParse(s, out result);

    /// <inheritdoc/>
    static Ipv4Address IParsable<Ipv4Address>.Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s);
    }

    /// <inheritdoc/>
    static bool IParsable<Ipv4Address>.TryParse(string? s, IFormatProvider? provider, out Ipv4Address result) => TryParse(s, out result);

    /// <inheritdoc/>
    public bool Equals(Ipv4Address other) => _raw == other._raw;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Ipv4Address other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _raw.GetHashCode();

    /// <summary>Orders addresses by their number in host order.</summary>
    /// <param name="other">The address to compare with.</param>
    /// <returns>Negative, zero or positive, as for any comparison.</returns>
    public int CompareTo(Ipv4Address other) => Value.CompareTo(other.Value);

    /// <summary>Whether two addresses are the same.</summary>
    public static bool operator ==(Ipv4Address left, Ipv4Address right) => left.Equals(right);

    /// <summary>Whether two addresses differ.</summary>
    public static bool operator !=(Ipv4Address left, Ipv4Address right) => !left.Equals(right);

    /// <summary>Whether the left address is the lower one.</summary>
    public static bool operator <(Ipv4Address left, Ipv4Address right) => left.Value < right.Value;

    /// <summary>Whether the left address is the lower one or the same.</summary>
    public static bool operator <=(Ipv4Address left, Ipv4Address right) => left.Value <= right.Value;

    /// <summary>Whether the left address is the higher one.</summary>
    public static bool operator >(Ipv4Address left, Ipv4Address right) => left.Value > right.Value;

    /// <summary>Whether the left address is the higher one or the same.</summary>
    public static bool operator >=(Ipv4Address left, Ipv4Address right) => left.Value >= right.Value;
}
