using DpdkSharp.Benchmarks.Cases;

namespace DpdkSharp.Benchmarks;

/// <summary>What is to be measured, and how often.</summary>
internal sealed record BenchmarkChoice
{
    /// <summary>The names by which a person chooses what is not measured in pairs.</summary>
    public const string Latency = "latency";
    public const string StartUp = "startup";
    public const string Testpmd = "testpmd";
    public const string Kernel = "kernel";

    /// <summary>Chooses.</summary>
    /// <param name="names">Starts of names; none for all.</param>
    /// <param name="quick">Less of it, for a first look.</param>
    /// <param name="pairs">How many times each side is measured; null for the usual number.</param>
    public BenchmarkChoice(IReadOnlyList<string> names, bool quick, int? pairs)
    {
        Cases = [.. BenchmarkCase.All.Where(c => names.Count > 0 ? IsNamed(c.Name) : !quick || c.IsQuick)];
        HasLatency = names.Count == 0 || IsNamed(Latency);
        HasStartUp = names.Count == 0 || IsNamed(StartUp);
        HasTestpmd = names.Count == 0 || IsNamed(Testpmd);
        // Its veth pair and its processes take their time.
        HasKernel = names.Count > 0 ? IsNamed(Kernel) : !quick;
        Pairs = pairs ?? (quick ? 7 : 15);
        Slice = TimeSpan.FromMilliseconds(quick ? 3 : 6);
        (LatencyRuns, LatencyRounds) = quick ? (3, 1_000_000ul) : (5, 10_000_000ul);
        StartUps = quick ? 7 : 21;
        KernelRuns = quick ? 1 : 7;

        bool IsNamed(string name) => names.Any(n => name.StartsWith(n, StringComparison.Ordinal));
    }

    /// <summary>What is measured in pairs.</summary>
    public IReadOnlyList<BenchmarkCase> Cases { get; }

    public bool HasLatency { get; }

    public bool HasStartUp { get; }

    public bool HasTestpmd { get; }

    public bool HasKernel { get; }

    /// <summary>The names of all that was chosen.</summary>
    public IEnumerable<string> Names =>
    [
        .. Cases.Select(static c => c.Name),
        .. HasLatency ? (string[])[Latency] : [],
        .. HasStartUp ? (string[])[StartUp] : [],
        .. HasTestpmd ? (string[])[Testpmd] : [],
        .. HasKernel ? (string[])[Kernel] : [],
    ];

    public int Pairs { get; }

    /// <summary>How long one measurement lasts.</summary>
    public TimeSpan Slice { get; }

    public int LatencyRuns { get; }

    public ulong LatencyRounds { get; }

    public int StartUps { get; }

    public int KernelRuns { get; }
}
