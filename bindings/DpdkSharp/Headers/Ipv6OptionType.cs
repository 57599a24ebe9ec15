namespace DpdkSharp.Headers;

/// <summary>The type of an option in an IPv6 hop-by-hop or destination options header, the action bits included.</summary>
public enum Ipv6OptionType : byte
{
    /// <summary>One byte of padding.</summary>
    Pad1 = 0,

    /// <summary>Padding of two bytes or more.</summary>
    PadN = 1,

    /// <summary>Routers have to look at the packet.</summary>
    RouterAlert = 0x05,

    /// <summary>A payload longer than 65535 bytes.</summary>
    JumboPayload = 0xC2,

    /// <summary>The home address of a mobile node.</summary>
    HomeAddress = 0xC9,
}
