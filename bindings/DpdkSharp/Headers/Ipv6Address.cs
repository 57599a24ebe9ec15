using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace DpdkSharp.Headers;

/// <summary>An IPv6 address: sixteen bytes, laid out as in a packet.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1, Size = ByteCount)]
public readonly struct Ipv6Address : IEquatable<Ipv6Address>, IComparable<Ipv6Address>, ISpanParsable<Ipv6Address>, ISpanFormattable
{
    /// <summary>The number of bytes in an address: 16.</summary>
    public const int ByteCount = 16;

    private const int MaxTextLength = 45;
    private const int GroupCount = 8;

    private readonly ulong _rawHigh;
    private readonly ulong _rawLow;

    /// <summary>Makes an address of two numbers in host order.</summary>
    /// <param name="high">The first eight bytes: 0x20010DB800000000 for 2001:db8::.</param>
    /// <param name="low">The last eight bytes.</param>
    public Ipv6Address(ulong high, ulong low)
    {
        _rawHigh = NetworkOrder.Swap(high);
        _rawLow = NetworkOrder.Swap(low);
    }

    /// <summary>Makes an address of sixteen bytes in the order in which they are sent.</summary>
    /// <param name="bytes">The sixteen bytes.</param>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> has not exactly sixteen bytes.</exception>
    public Ipv6Address(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != ByteCount)
        {
            throw new ArgumentException("An IPv6 address has sixteen bytes.", nameof(bytes));
        }

        this = MemoryMarshal.Read<Ipv6Address>(bytes);
    }

    /// <summary>The unspecified address, <c>::</c>.</summary>
    public static Ipv6Address Any => default;

    /// <summary>The loopback address, <c>::1</c>.</summary>
    public static Ipv6Address Loopback => new(0, 1);

    /// <summary>The first eight bytes as a number in host order.</summary>
    public ulong High => NetworkOrder.Swap(_rawHigh);

    /// <summary>The last eight bytes as a number in host order.</summary>
    public ulong Low => NetworkOrder.Swap(_rawLow);

    /// <summary>Whether this is <c>::</c>.</summary>
    public bool IsAny => (_rawHigh | _rawLow) == 0;

    /// <summary>Whether this is <c>::1</c>.</summary>
    public bool IsLoopback => _rawHigh == 0 && Low == 1;

    /// <summary>Whether this lies in ff00::/8.</summary>
    public bool IsMulticast => High >> 56 == 0xFF;

    /// <summary>Whether this lies in fe80::/10.</summary>
    public bool IsLinkLocal => High >> 54 == 0x3FA;

    /// <summary>Whether this is an IPv4 address in ::ffff:0:0/96.</summary>
    public bool IsIpv4Mapped => _rawHigh == 0 && Low >> 32 == 0xFFFF;

    internal ulong RawHigh => _rawHigh;

    internal ulong RawLow => _rawLow;

    /// <summary>Takes over an <see cref="IPAddress"/>; a scope is dropped.</summary>
    /// <param name="address">An address of the family <see cref="AddressFamily.InterNetworkV6"/>.</param>
    /// <returns>The address.</returns>
    /// <exception cref="ArgumentException">The address is not an IPv6 address.</exception>
    public static Ipv6Address FromIPAddress(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        Span<byte> bytes = stackalloc byte[ByteCount];
        return address.AddressFamily == AddressFamily.InterNetworkV6 && address.TryWriteBytes(bytes, out _)
            ? new Ipv6Address(bytes)
            : throw new ArgumentException($"{address} is not an IPv6 address.", nameof(address));
    }

    /// <summary>Makes an <see cref="IPAddress"/>; allocates it.</summary>
    /// <returns>The same address.</returns>
    public IPAddress ToIPAddress()
    {
        Span<byte> bytes = stackalloc byte[ByteCount];
        _ = TryWriteBytes(bytes);
        return new IPAddress(bytes);
    }

    /// <summary>Writes the sixteen bytes in the order in which they are sent.</summary>
    /// <param name="destination">Where to write.</param>
    /// <returns>Whether there was room for sixteen bytes; if not, nothing is written.</returns>
    public bool TryWriteBytes(Span<byte> destination) => MemoryMarshal.TryWrite(destination, this);

    /// <summary>Reads an address in any of the forms of RFC 4291: <c>2001:db8::1</c>, <c>::ffff:192.0.2.1</c>. A scope, a prefix length and brackets are refused.</summary>
    /// <param name="s">The text.</param>
    /// <returns>The address.</returns>
    /// <exception cref="FormatException">The text is not an IPv6 address.</exception>
    public static Ipv6Address Parse(ReadOnlySpan<char> s) =>
        TryParse(s, out Ipv6Address result) ? result : throw new FormatException($"'{s}' is not an IPv6 address such as 2001:db8::1.");

    /// <summary>Reads an address in any of the forms of RFC 4291: <c>2001:db8::1</c>, <c>::ffff:192.0.2.1</c>. A scope, a prefix length and brackets are refused.</summary>
    /// <param name="s">The text.</param>
    /// <param name="result">The address; <see cref="Any"/> on failure.</param>
    /// <returns>Whether the text is an IPv6 address.</returns>
    public static bool TryParse(ReadOnlySpan<char> s, out Ipv6Address result)
    {
        result = default;
        int gap = s.IndexOf("::");
        Span<ushort> groups = stackalloc ushort[GroupCount];
        groups.Clear();
        if (gap < 0)
        {
            return TryParseGroups(s, groups, out int all) && all == GroupCount && TryCombine(groups, out result);
        }

        // "::" stands for at least one group of zeros, so seven may be written.
        Span<ushort> tail = stackalloc ushort[GroupCount];
        ReadOnlySpan<char> before = s[..gap];
        ReadOnlySpan<char> after = s[(gap + 2)..];
        int head = 0;
        int rest = 0;
        if ((!before.IsEmpty && (before.Contains('.') || !TryParseGroups(before, groups, out head))) ||
            (!after.IsEmpty && !TryParseGroups(after, tail, out rest)) ||
            head + rest >= GroupCount)
        {
            return false;
        }

        groups[head..].Clear();
        tail[..rest].CopyTo(groups[(GroupCount - rest)..]);
        return TryCombine(groups, out result);
    }

    /// <summary>Writes the address in the canonical form of RFC 5952.</summary>
    /// <param name="destination">Where to write; at most 45 characters are needed.</param>
    /// <param name="charsWritten">The number of characters written; 0 on failure.</param>
    /// <returns>Whether there was room.</returns>
    public bool TryFormat(Span<char> destination, out int charsWritten)
    {
        charsWritten = 0;
        if (IsIpv4Mapped)
        {
            const string Prefix = "::ffff:";
            if (!Prefix.TryCopyTo(destination) || !new Ipv4Address((uint)Low).TryFormat(destination[Prefix.Length..], out int tail))
            {
                return false;
            }

            charsWritten = Prefix.Length + tail;
            return true;
        }

        (int gapStart, int gapLength) = LongestRunOfZeros();
        int at = 0;
        for (int i = 0; i < GroupCount; i++)
        {
            if (i == gapStart)
            {
                if (!"::".TryCopyTo(destination[at..]))
                {
                    return false;
                }

                at += 2;
                i += gapLength - 1;
                continue;
            }

            if (i > 0 && i != gapStart + gapLength)
            {
                if (at == destination.Length)
                {
                    return false;
                }

                destination[at++] = ':';
            }

            if (!Group(i).TryFormat(destination[at..], out int digits, "x", CultureInfo.InvariantCulture))
            {
                return false;
            }

            at += digits;
        }

        charsWritten = at;
        return true;
    }

    /// <summary>The address in the canonical form of RFC 5952: <c>2001:db8::1</c>.</summary>
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
    static Ipv6Address ISpanParsable<Ipv6Address>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    static bool ISpanParsable<Ipv6Address>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Ipv6Address result) => TryParse(s, out result);

    /// <inheritdoc/>
    static Ipv6Address IParsable<Ipv6Address>.Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s);
    }

    /// <inheritdoc/>
    static bool IParsable<Ipv6Address>.TryParse(string? s, IFormatProvider? provider, out Ipv6Address result) => TryParse(s, out result);

    /// <inheritdoc/>
    public bool Equals(Ipv6Address other) => _rawHigh == other._rawHigh && _rawLow == other._rawLow;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Ipv6Address other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_rawHigh, _rawLow);

    /// <summary>Orders addresses by their bytes, the first byte counting most.</summary>
    /// <param name="other">The address to compare with.</param>
    /// <returns>Negative, zero or positive, as for any comparison.</returns>
    public int CompareTo(Ipv6Address other)
    {
        int high = High.CompareTo(other.High);
        return high != 0 ? high : Low.CompareTo(other.Low);
    }

    /// <summary>Whether two addresses are the same.</summary>
    public static bool operator ==(Ipv6Address left, Ipv6Address right) => left.Equals(right);

    /// <summary>Whether two addresses differ.</summary>
    public static bool operator !=(Ipv6Address left, Ipv6Address right) => !left.Equals(right);

    /// <summary>Whether the left address is the lower one.</summary>
    public static bool operator <(Ipv6Address left, Ipv6Address right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left address is the lower one or the same.</summary>
    public static bool operator <=(Ipv6Address left, Ipv6Address right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left address is the higher one.</summary>
    public static bool operator >(Ipv6Address left, Ipv6Address right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left address is the higher one or the same.</summary>
    public static bool operator >=(Ipv6Address left, Ipv6Address right) => left.CompareTo(right) >= 0;

    private static bool TryParseGroups(ReadOnlySpan<char> s, Span<ushort> groups, out int count)
    {
        count = 0;
        while (true)
        {
            int colon = s.IndexOf(':');
            ReadOnlySpan<char> part = colon < 0 ? s : s[..colon];
            if (colon < 0 && part.Contains('.'))
            {
                if (count > GroupCount - 2 || !Ipv4Address.TryParse(part, out Ipv4Address embedded))
                {
                    return false;
                }

                groups[count++] = (ushort)(embedded.Value >> 16);
                groups[count++] = (ushort)embedded.Value;
                return true;
            }

            if (count == GroupCount || part.Length is 0 or > 4 || !HexadecimalGroup.TryParse(part, out groups[count]))
            {
                return false;
            }

            count++;
            if (colon < 0)
            {
                return true;
            }

            s = s[(colon + 1)..];
        }
    }

    private static bool TryCombine(ReadOnlySpan<ushort> groups, out Ipv6Address result)
    {
        ulong high = 0;
        ulong low = 0;
        for (int i = 0; i < GroupCount / 2; i++)
        {
            high = (high << 16) | groups[i];
            low = (low << 16) | groups[i + (GroupCount / 2)];
        }

        result = new Ipv6Address(high, low);
        return true;
    }

    private ushort Group(int index) => (ushort)((index < GroupCount / 2 ? High : Low) >> (48 - (16 * (index % (GroupCount / 2)))));

    private (int Start, int Length) LongestRunOfZeros()
    {
        // One lone group of zeros is written out (RFC 5952, 4.2.2); -1 matches no group, nor does its end.
        (int Start, int Length) best = (-1, 1);
        int run = 0;
        for (int i = 0; i < GroupCount; i++)
        {
            run = Group(i) == 0 ? run + 1 : 0;
            if (run > best.Length)
            {
                best = (i - run + 1, run);
            }
        }

        return best.Start < 0 ? (-1, 0) : best;
    }
}
