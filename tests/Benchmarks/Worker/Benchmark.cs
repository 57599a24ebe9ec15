using DpdkSharp.Benchmarks.Worker.Classifying;
using DpdkSharp.Benchmarks.Worker.Forwarding;
using DpdkSharp.Benchmarks.Worker.Latency;
using DpdkSharp.Benchmarks.Worker.Operations;

namespace DpdkSharp.Benchmarks.Worker;

/// <summary>Something that is measured.</summary>
/// <param name="Name">The name that the C side gives it too.</param>
/// <param name="Run">Does it, on the first worker lcore.</param>
/// <param name="Beside">What the second worker lcore does at the same time.</param>
internal sealed record Benchmark(string Name, Func<BenchmarkRequest, BenchmarkResult> Run, Action<BenchmarkRequest>? Beside = null)
{
    public static IReadOnlyList<Benchmark> All { get; } =
    [
        .. ForwardBenchmarks.All,
        .. ClassifyBenchmarks.All,
        .. LatencyBenchmark.All,
        .. PipelineBenchmarks.All,
        .. MbufOperations.All,
        .. MempoolOperations.All,
        .. RingOperations.All,
        .. HeaderOperations.All,
        .. ChecksumOperations.All,
        .. HashOperations.All,
        .. LookupOperations.All,
        .. CallOperations.All,
    ];
}
