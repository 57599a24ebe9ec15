namespace DpdkSharp.Headers;

/// <summary>The three flag bits of an IPv4 header.</summary>
[Flags]
public enum Ipv4Flags : byte
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>More fragments of this datagram follow.</summary>
    MoreFragments = 1,

    /// <summary>Routers must not fragment the packet.</summary>
    DontFragment = 2,

    /// <summary>Reserved; must be zero.</summary>
    Reserved = 4,
}
