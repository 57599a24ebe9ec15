namespace DpdkSharp.Analyzers.Ownership;

/// <summary>What a burst holds on one path.</summary>
internal enum BurstContent
{
    /// <summary>It is a parameter, or other code may have filled or emptied it.</summary>
    Unknown,

    Nothing,

    /// <summary>It may hold packets.</summary>
    Packets,
}
