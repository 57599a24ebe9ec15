using System.Globalization;
using DpdkSharp.Headers;

namespace DpdkSharp.Testing;

/// <summary>
/// Assertions about packets, for any test framework. A failure shows the packets, header by header and in hexadecimal, with what is different marked. What is given may be a
/// builder, an array of bytes or a packet.
/// </summary>
public static class PacketAssert
{
    /// <summary>Asserts that two packets are equal, byte for byte.</summary>
    /// <param name="expected">What is expected.</param>
    /// <param name="actual">What there is.</param>
    /// <exception cref="PacketAssertException">They are not.</exception>
    public static void Equal(TestPacket expected, TestPacket actual)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(actual);
        if (!expected.Equals(actual))
        {
            throw new PacketAssertException(PacketText.Compare(expected.Span, actual.Span));
        }
    }

    /// <summary>Asserts that packets are equal, byte for byte, and in the same order.</summary>
    /// <param name="expected">What is expected.</param>
    /// <param name="actual">What there is.</param>
    /// <exception cref="PacketAssertException">They are not; the message shows the first that differs, or is missing, or one too many.</exception>
    public static void Equal(IReadOnlyList<TestPacket> expected, IReadOnlyList<TestPacket> actual)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(actual);
        string numbers = string.Create(CultureInfo.InvariantCulture, $"{expected.Count} packets were expected, and {actual.Count} are there");
        for (int i = 0; i < Math.Min(expected.Count, actual.Count); i++)
        {
            if (!expected[i].Equals(actual[i]))
            {
                string number = expected.Count == 1 && actual.Count == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"Packet {i} is not as expected ({numbers}).\n");
                throw new PacketAssertException(number + PacketText.Compare(expected[i].Span, actual[i].Span));
            }
        }
        if (expected.Count > actual.Count)
        {
            throw new PacketAssertException($"{numbers}. The first that is missing:\n{expected[actual.Count]}");
        }
        if (actual.Count > expected.Count)
        {
            throw new PacketAssertException($"{numbers}. The first that is one too many:\n{actual[expected.Count]}");
        }
    }

    /// <summary>Asserts that there is no packet.</summary>
    /// <param name="actual">What there is.</param>
    /// <exception cref="PacketAssertException">There is one; the message shows it.</exception>
    public static void Empty(IReadOnlyList<TestPacket> actual) => Equal([], actual);

    /// <summary>Asserts that there is one packet.</summary>
    /// <param name="actual">What there is.</param>
    /// <returns>The packet.</returns>
    /// <exception cref="PacketAssertException">There is none, or more; the message shows the second.</exception>
    public static TestPacket Single(IReadOnlyList<TestPacket> actual)
    {
        ArgumentNullException.ThrowIfNull(actual);
        return actual.Count == 1 ? actual[0] : throw new PacketAssertException(actual.Count == 0
            ? "One packet was expected, and none is there."
            : string.Create(CultureInfo.InvariantCulture, $"One packet was expected, and {actual.Count} are there. The second:\n{actual[1]}"));
    }

    /// <summary>Asserts which headers a packet has, from the outermost to the innermost, and that the walk over them came to the payload.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="layers">The headers expected.</param>
    /// <exception cref="PacketAssertException">It has others, or is malformed, truncated or a fragment.</exception>
    public static void Layers(TestPacket packet, params IReadOnlyList<PacketLayerType> layers)
    {
        ArgumentNullException.ThrowIfNull(packet);
        ArgumentNullException.ThrowIfNull(layers);
        IEnumerable<PacketLayerType> actual = Enumerable.Range(0, packet.Layers.Count).Select(i => packet.Layers[i].Type);
        if (!layers.SequenceEqual(actual) || packet.Layers.Stop != PacketParseStop.Payload)
        {
            throw new PacketAssertException($"The headers {string.Join(" / ", layers)} were expected.\nThe packet has {string.Join(" / ", actual)}, and the walk ended at: {packet.Layers.Stop}.\n{packet}");
        }
    }

    /// <summary>
    /// Asserts that every checksum of a packet that can be judged is right: of IPv4, TCP, UDP, ICMP, ICMPv6, SCTP and GRE, in tunnels too. UDP and GRE without one
    /// pass, and so do those of which not all is there (fragments).
    /// </summary>
    /// <param name="packet">The packet.</param>
    /// <exception cref="PacketAssertException">One is wrong; the message names the right one.</exception>
    public static void ChecksumsAreRight(TestPacket packet)
    {
        ArgumentNullException.ThrowIfNull(packet);
        PacketLayers layers = packet.Layers;
        for (int i = 0; i < layers.Count; i++)
        {
            if (ChecksumCheck.Of(packet.Span, layers, i, out uint right) == ChecksumState.Wrong)
            {
                throw new PacketAssertException(string.Create(CultureInfo.InvariantCulture, $"The checksum of the {layers[i].Type} header at byte {layers[i].Offset} is wrong: 0x{right:x4} is right.\n{packet}"));
            }
        }
    }
}
