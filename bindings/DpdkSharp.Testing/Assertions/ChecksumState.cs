namespace DpdkSharp.Testing;

/// <summary>What can be said of a checksum.</summary>
internal enum ChecksumState
{
    /// <summary>The layer has none, or not all that it covers is there.</summary>
    Unknown,

    /// <summary>It is right.</summary>
    Right,

    /// <summary>It is wrong.</summary>
    Wrong,

    /// <summary>UDP or GRE without one.</summary>
    Absent,
}
