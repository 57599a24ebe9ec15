namespace DpdkSharp.Generator.NewVersion;

/// <summary>One difference between the APIs of two DPDK versions.</summary>
/// <param name="Library">The library it belongs to: that of the newer version, where both have it.</param>
/// <param name="Kind">What kind of difference.</param>
/// <param name="Text">What it is, in one line: struct rte_eth_conf (rte_ethdev.h): 2944 -> 2952 bytes.</param>
internal sealed record ApiChange(string Library, ApiChangeKind Kind, string Text);

/// <summary>What can differ, in the order in which it is told.</summary>
internal enum ApiChangeKind
{
    Added,
    Removed,
    Moved,
    Resized,
    LaidOutAnew,
    ChangedSignature,
    ChangedType,
    ChangedValue,
    ChangedMarker,
}
