using System.Runtime.CompilerServices;
using DpdkSharp.Benchmarks.Worker.Forwarding;

namespace DpdkSharp.Benchmarks.Worker.Classifying;

/// <summary>Forwarding by rules. C does it in two ways, C# in one, which needs a compiler at run time: not there ahead of time.</summary>
internal static class ClassifyBenchmarks
{
    public static IReadOnlyList<Benchmark> All { get; } = !RuntimeFeature.IsDynamicCodeCompiled ? [] :
    [
        new("forward-classify-acl", static r => RawForwarder.Run(r, RawClassify.Create())),
        new("forward-classify-loop", static r => RawForwarder.Run(r, RawClassify.Create())),
    ];
}
