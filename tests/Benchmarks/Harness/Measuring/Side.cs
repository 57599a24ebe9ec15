namespace DpdkSharp.Benchmarks.Measuring;

/// <summary>One of those that are compared.</summary>
/// <param name="Name">Its name in the report.</param>
/// <param name="Process">The program.</param>
/// <param name="Layer">The layer of the C# binding: "raw" or "safe".</param>
internal sealed record Side(string Name, WorkerProcess Process, string Layer)
{
    public bool IsSafe => Layer == "safe";
}
