namespace DpdkSharp.Headers;

/// <summary>The type of an ICMPv6 message. Types below 128 are errors.</summary>
public enum Icmpv6Type : byte
{
    /// <summary>No type.</summary>
    None = 0,

    /// <summary>The destination can't be reached; the code says why.</summary>
    DestinationUnreachable = 1,

    /// <summary>The packet is larger than the next link's MTU.</summary>
    PacketTooBig = 2,

    /// <summary>The hop limit ran out, or the time for reassembly did.</summary>
    TimeExceeded = 3,

    /// <summary>A header field is wrong.</summary>
    ParameterProblem = 4,

    /// <summary>A ping.</summary>
    EchoRequest = 128,

    /// <summary>The answer to an echo request.</summary>
    EchoReply = 129,

    /// <summary>A router asks for listeners of a group.</summary>
    MulticastListenerQuery = 130,

    /// <summary>A listener reports a group.</summary>
    MulticastListenerReport = 131,

    /// <summary>A listener leaves a group.</summary>
    MulticastListenerDone = 132,

    /// <summary>A host asks for routers.</summary>
    RouterSolicitation = 133,

    /// <summary>A router announces itself.</summary>
    RouterAdvertisement = 134,

    /// <summary>Who has this address?</summary>
    NeighborSolicitation = 135,

    /// <summary>The sender has it.</summary>
    NeighborAdvertisement = 136,

    /// <summary>There is a better first hop.</summary>
    Redirect = 137,

    /// <summary>A listener reports groups and sources (version 2).</summary>
    MulticastListenerReportV2 = 143,
}
