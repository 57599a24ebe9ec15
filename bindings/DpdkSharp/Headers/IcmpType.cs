namespace DpdkSharp.Headers;

/// <summary>The type of an ICMP message for IPv4.</summary>
public enum IcmpType : byte
{
    /// <summary>The answer to an echo request.</summary>
    EchoReply = 0,

    /// <summary>The destination can't be reached; the code says why.</summary>
    DestinationUnreachable = 3,

    /// <summary>There is a better first hop.</summary>
    Redirect = 5,

    /// <summary>A ping.</summary>
    EchoRequest = 8,

    /// <summary>A router announces itself.</summary>
    RouterAdvertisement = 9,

    /// <summary>A host asks for routers.</summary>
    RouterSolicitation = 10,

    /// <summary>The time to live ran out, or the time for reassembly did.</summary>
    TimeExceeded = 11,

    /// <summary>A header field is wrong.</summary>
    ParameterProblem = 12,

    /// <summary>Asks for the time.</summary>
    TimestampRequest = 13,

    /// <summary>Tells the time.</summary>
    TimestampReply = 14,
}
