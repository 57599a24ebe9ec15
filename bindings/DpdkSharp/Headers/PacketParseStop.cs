namespace DpdkSharp.Headers;

/// <summary>Why the walk through a packet's layers ended.</summary>
public enum PacketParseStop : byte
{
    /// <summary>The walk came to the payload; all headers before it are known and well-formed.</summary>
    Payload,

    /// <summary>The packet is a fragment other than the first: what follows the IP header is no header.</summary>
    Fragment,

    /// <summary>The next header is of a protocol or version that is not known here; <see cref="PacketLayers.NextProtocol"/> says which.</summary>
    UnknownProtocol,

    /// <summary>The packet ends before the next header does, or before the length that the last header states.</summary>
    Truncated,

    /// <summary>The next header contradicts itself.</summary>
    Malformed,

    /// <summary>There are more layers than <see cref="PacketLayers.MaxCount"/>, or they reach beyond 65535 bytes.</summary>
    TooManyLayers,
}
