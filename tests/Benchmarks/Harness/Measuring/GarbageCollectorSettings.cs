namespace DpdkSharp.Benchmarks.Measuring;

/// <summary>Settings of .NET's garbage collector that latency is measured with.</summary>
/// <param name="Name">Their name in the report.</param>
/// <param name="Environment">The variables that set them.</param>
internal sealed record GarbageCollectorSettings(string Name, IReadOnlyList<(string Variable, string Value)> Environment)
{
    public static IReadOnlyList<GarbageCollectorSettings> All { get; } =
    [
        new(".NET's defaults", [("DOTNET_gcConcurrent", "1")]),
        new("recommended", [("DOTNET_gcConcurrent", "0"), ("DOTNET_GCgen0size", "0x4000000")]),
    ];
}
