namespace DpdkSharp.Analyzers.Ownership;

/// <summary>What a value is, as far as ownership of packets asks.</summary>
internal enum FlowValueKind
{
    Unknown,

    True,

    False,

    /// <summary>The number 0.</summary>
    Zero,

    /// <summary>A number above 0.</summary>
    Positive,

    /// <summary>The null handle.</summary>
    NoPacket,

    /// <summary>A packet.</summary>
    Packet,

    /// <summary>A burst.</summary>
    Burst,

    /// <summary>How many packets a burst holds.</summary>
    CountOfBurst,

    /// <summary>A burst's packets, as a span or an enumerator.</summary>
    PacketsOfBurst,

    /// <summary>A packet's segments, as an enumerator.</summary>
    SegmentsOfPacket,

    /// <summary>Bytes of a packet: a span, a header reference, a reference into one.</summary>
    Bytes,
}
