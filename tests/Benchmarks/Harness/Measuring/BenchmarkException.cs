namespace DpdkSharp.Benchmarks.Measuring;

/// <summary>Why there is no result, in a sentence for the person who asked for one.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
