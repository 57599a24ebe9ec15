namespace DpdkSharp.Headers;

/// <summary>The type of an IPv4 option, the copied flag and class included.</summary>
public enum Ipv4OptionType : byte
{
    /// <summary>The list ends.</summary>
    EndOfList = 0,

    /// <summary>One byte of padding.</summary>
    NoOperation = 1,

    /// <summary>Routers write their addresses here.</summary>
    RecordRoute = 7,

    /// <summary>Routers write their time here.</summary>
    Timestamp = 68,

    /// <summary>Security label.</summary>
    Security = 130,

    /// <summary>Routers that the packet must pass.</summary>
    LooseSourceRoute = 131,

    /// <summary>All routers that the packet must pass.</summary>
    StrictSourceRoute = 137,

    /// <summary>Routers have to look at the packet.</summary>
    RouterAlert = 148,
}
