namespace DpdkSharp.Benchmarks.Measuring;

/// <summary>One of those that are compared.</summary>
/// <param name="Name">Its name in the report.</param>
/// <param name="Process">The program.</param>
/// <param name="IsAot">Whether it was compiled ahead of time.</param>
/// <param name="IsSafe">Whether C# works on the safe layer.</param>
/// <param name="Peer">The process behind its port, which works while the side does.</param>
/// <param name="IsChecked">Whether its checked mode is on.</param>
internal sealed record Side(string Name, WorkerProcess Process, bool IsAot = false, bool IsSafe = false, TestpmdProcess? Peer = null, bool IsChecked = false)
{
    /// <summary>The settings that it adds to those of a case.</summary>
    public string Settings => IsSafe ? "layer=safe" : "layer=raw";
}
