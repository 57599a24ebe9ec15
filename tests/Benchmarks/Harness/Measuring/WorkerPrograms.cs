using DpdkSharp.Benchmarks.Cases;

namespace DpdkSharp.Benchmarks.Measuring;

/// <summary>The programs that are compared, and how they are started.</summary>
/// <param name="Reference">The C program.</param>
/// <param name="Jit">The C# program, compiled just in time.</param>
/// <param name="Aot">The C# program, compiled ahead of time; null to leave it out.</param>
/// <param name="HugePages">Whether they use huge pages.</param>
/// <param name="RealTime">Whether there is a right to real-time priority.</param>
internal sealed record WorkerPrograms(string Reference, string Jit, string? Aot, bool HugePages, bool RealTime)
{
    /// <summary>A port whose output is its input, made by EAL.</summary>
    public const string RingDevice = "net_ring0";

    private const int MemoryMegabytes = 512;

    /// <summary>Their names and paths; C first.</summary>
    public IReadOnlyList<(string Name, string Path)> All => Aot is null ? [("C", Reference), ("JIT", Jit)] : [("C", Reference), ("JIT", Jit), ("AOT", Aot)];

    private IEnumerable<string> MemoryArguments =>
        ["--no-pci", "--no-telemetry", "-m", $"{MemoryMegabytes}", .. HugePages ? (string[])["--in-memory"] : ["--no-huge", "--no-shconf"]];

    /// <summary>Starts one.</summary>
    /// <param name="name">What it is called in messages; no other worker that runs has the name.</param>
    /// <param name="path">Which.</param>
    /// <param name="realTime">
    /// Whether nothing else may take a CPU away from it, where there is a right to that. Not for what keeps CPUs busy for long: the kernel then takes
    /// 50 ms of each second for the others.
    /// </param>
    /// <param name="environment">Variables that it gets besides those of this process.</param>
    public WorkerProcess Start(string name, string path, bool realTime, IReadOnlyList<(string Variable, string Value)>? environment = null)
    {
        // The lcore that is measured has CPU 1 to itself; the one that reads commands, and the second of a pipeline, share CPU 0.
        List<string> arguments = ["--lcores", "0@0,1@1,2@0", .. MemoryArguments, "--vdev", RingDevice];
        foreach (int frame in ForwardCases.Frames)
        {
            arguments.AddRange(["--vdev", $"net_null{frame},size={frame}"]);
        }
        return realTime && RealTime
            ? new WorkerProcess(name, "chrt", ["--fifo", "1", path, .. arguments], environment)
            : new WorkerProcess(name, path, arguments, environment);
    }

    /// <summary>Starts DPDK's own test program, with the priority that workers have which are measured in pairs.</summary>
    /// <param name="device">Its only device, as EAL's option names it.</param>
    public TestpmdProcess StartTestpmd(string device) =>
        new(RealTime ? ["chrt", "--fifo", "1"] : [], ["--lcores", "0@0,1@1", .. MemoryArguments, "--vdev", device]);
}
