using System.Runtime.InteropServices;
using DpdkSharp.Headers;

namespace DpdkSharp;

/// <summary>What a rule of an <see cref="Acl"/> wants of a field (<c>rte_acl_field</c>), as numbers in the processor's order.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AclFieldValue
{
    private AclFieldValue(AclFieldType type, ulong value, ulong maskOrRange) => (Type, Value, MaskOrRange) = (type, value, maskOrRange);

    /// <summary>The type of field that it is for.</summary>
    public AclFieldType Type { get; }

    /// <summary>The value, or the start of the range.</summary>
    public ulong Value { get; }

    /// <summary>The prefix length in bits, the end of the range, or the bits that count.</summary>
    public ulong MaskOrRange { get; }

    /// <summary>Its first bits are those of a number; of none of them for any value.</summary>
    /// <param name="value">The number.</param>
    /// <param name="length">How many bits: 0 to those of the field.</param>
    /// <returns>The value of a field of type <see cref="AclFieldType.Mask"/>.</returns>
    public static AclFieldValue Prefix(ulong value, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return new(AclFieldType.Mask, value, (ulong)length);
    }

    /// <summary>It is an address of a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="length">The prefix length in bits: 0 to 32; 0 for any address.</param>
    /// <returns>The value of a field of 4 bytes of type <see cref="AclFieldType.Mask"/>.</returns>
    public static AclFieldValue Prefix(Ipv4Address network, int length) => Prefix(network.Value, length);

    /// <summary>An IPv6 address of a network, which is four fields of 4 bytes.</summary>
    /// <param name="network">The network.</param>
    /// <param name="length">The prefix length in bits: 0 to 128; 0 for any address.</param>
    /// <param name="values">Takes the values of the four fields, each of type <see cref="AclFieldType.Mask"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="values"/> has not four elements, or <paramref name="length"/> is out of its range.</exception>
    public static void Prefix(Ipv6Address network, int length, scoped Span<AclFieldValue> values)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, 128);
        if (values.Length != 4)
        {
            throw new ArgumentException("An IPv6 address is four fields.", nameof(values));
        }
        for (int i = 0; i < 4; i++)
        {
            ulong half = i < 2 ? network.High : network.Low;
            values[i] = Prefix((uint)(half >> (i % 2 == 0 ? 32 : 0)), Math.Clamp(length - (32 * i), 0, 32));
        }
    }

    /// <summary>It lies in a range.</summary>
    /// <param name="low">The least value.</param>
    /// <param name="high">The largest value.</param>
    /// <returns>The value of a field of type <see cref="AclFieldType.Range"/>.</returns>
    public static AclFieldValue Range(ulong low, ulong high)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(low, high);
        return new(AclFieldType.Range, low, high);
    }

    /// <summary>Some of its bits are those of a number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="mask">The bits that count; none of them for any value.</param>
    /// <returns>The value of a field of type <see cref="AclFieldType.Bitmask"/>.</returns>
    public static AclFieldValue Bits(ulong value, ulong mask) => new(AclFieldType.Bitmask, value, mask);
}
