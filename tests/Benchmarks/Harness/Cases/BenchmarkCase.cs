namespace DpdkSharp.Benchmarks.Cases;

/// <summary>One line of a report: a benchmark of the workers with its settings.</summary>
/// <param name="Group">The table that it belongs to.</param>
/// <param name="Name">Its name in the report and for <c>--only</c>.</param>
/// <param name="Benchmark">The name by which the workers know it.</param>
/// <param name="Settings">The settings, as "key=value" words.</param>
/// <param name="Operation">What one operation is, in the singular: "packet".</param>
/// <param name="HasSafeLayer">Whether C# does it on the safe layer too.</param>
/// <param name="IsQuick">Whether <c>--quick</c> includes it.</param>
/// <param name="NeedsJit">Whether C# compiles at run time for it, which a program compiled ahead of time cannot.</param>
/// <param name="PeerFrame">The bytes of the frames that go round between the worker and another process; null where there is none.</param>
/// <param name="IsChecked">Whether it is measured with the checked mode on as well.</param>
internal sealed record BenchmarkCase(
    string Group, string Name, string Benchmark, string Settings, string Operation, bool HasSafeLayer, bool IsQuick, bool NeedsJit = false, int? PeerFrame = null, bool IsChecked = false)
{
    public static IReadOnlyList<BenchmarkCase> All { get; } = [.. ForwardCases.All, .. OperationCases.All];
}
