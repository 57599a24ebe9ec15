namespace DpdkSharp.Tool.NewVersion;

/// <summary>The answer of <c>new-version --json</c>.</summary>
/// <param name="Version">The DPDK version that is meant; null when none was given and none that is new is installed.</param>
/// <param name="Known">Whether this DpdkSharp was generated for it.</param>
/// <param name="KnownVersions">The versions that it was generated for.</param>
/// <param name="Headers">The folder of its headers; null when they were not found.</param>
/// <param name="Libraries">The folder of its libraries; null when they were not found.</param>
/// <param name="Checkout">The checkout of DpdkSharp to do it in; null when this is none.</param>
/// <param name="Missing">What is missing to do it.</param>
/// <param name="Commands">The commands that do it, in their order.</param>
internal sealed record NewVersionReport(
    string? Version,
    bool Known,
    IReadOnlyList<string> KnownVersions,
    string? Headers,
    string? Libraries,
    string? Checkout,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Commands);
