namespace DpdkSharp.Headers;

/// <summary>The kind of a TCP option.</summary>
public enum TcpOptionKind : byte
{
    /// <summary>The list ends.</summary>
    EndOfList = 0,

    /// <summary>One byte of padding.</summary>
    NoOperation = 1,

    /// <summary>The largest segment that the sender can receive.</summary>
    MaximumSegmentSize = 2,

    /// <summary>By how many bits windows are shifted.</summary>
    WindowScale = 3,

    /// <summary>The sender understands selective acknowledgments.</summary>
    SackPermitted = 4,

    /// <summary>Selective acknowledgments: pairs of sequence numbers.</summary>
    Sack = 5,

    /// <summary>Timestamps.</summary>
    Timestamps = 8,

    /// <summary>MD5 signature.</summary>
    Md5Signature = 19,

    /// <summary>TCP authentication option.</summary>
    Authentication = 29,

    /// <summary>Multipath TCP.</summary>
    Multipath = 30,

    /// <summary>Fast open cookie.</summary>
    FastOpen = 34,
}
