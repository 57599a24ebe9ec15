using System.Runtime.CompilerServices;

namespace DpdkSharp.Benchmarks.Worker.Forwarding;

/// <summary>A value for each packet of the longest burst.</summary>
[InlineArray(BenchmarkRequest.MaxBurst)]
internal struct BurstArray<T>
    where T : unmanaged
{
    private T _first;
}
