using DpdkSharp.Benchmarks.Cases;

namespace DpdkSharp.Benchmarks.Measuring;

/// <summary>The programs that are compared, and how they are started.</summary>
/// <param name="Reference">The C program.</param>
/// <param name="Jit">The C# program, compiled just in time.</param>
/// <param name="Aot">The C# program, compiled ahead of time; null to leave it out.</param>
/// <param name="Alternatives">The program that uses interfaces of the kernel.</param>
/// <param name="HugePages">Whether they use huge pages.</param>
/// <param name="RealTime">Whether there is a right to real-time priority.</param>
internal sealed record WorkerPrograms(string Reference, string Jit, string? Aot, string Alternatives, bool HugePages, bool RealTime)
{
    /// <summary>A port whose output is its input, made by EAL.</summary>
    public const string RingDevice = "net_ring0";

    /// <summary>A port to another process.</summary>
    public const string SharedMemoryDevice = "net_memif0";

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
    /// <param name="device">One more device, as EAL's option names it.</param>
    public WorkerProcess Start(string name, string path, bool realTime, IReadOnlyList<(string Variable, string Value)>? environment = null, string? device = null)
    {
        // The lcore that is measured has CPU 1 to itself; the one that reads commands, and the second of a pipeline, share CPU 0.
        List<string> arguments = ["--lcores", "0@0,1@1,2@0", .. MemoryArguments, "--vdev", RingDevice];
        foreach (int frame in ForwardCases.Frames)
        {
            arguments.AddRange(["--vdev", $"net_null{frame},size={frame}"]);
        }
        if (device is not null)
        {
            arguments.AddRange(["--vdev", device]);
        }
        return realTime && RealTime
            ? new WorkerProcess(name, "chrt", ["--fifo", "1", path, .. arguments], environment)
            : new WorkerProcess(name, path, arguments, environment);
    }

    /// <summary>Starts DPDK's own test program, with the priority that workers have which are measured in pairs.</summary>
    /// <param name="device">Its only device, as EAL's option names it.</param>
    public TestpmdProcess StartTestpmd(string device) =>
        new("testpmd", RealTime ? ["chrt", "--fifo", "1"] : [], ["--lcores", "0@0,1@1", .. MemoryArguments, "--vdev", device], frame: 64);

    /// <summary>Starts DPDK's own test program as the process behind a worker's port: on the CPU that is not the worker's, which it shares with who waits.</summary>
    /// <param name="name">What it is called; nothing else that runs has the name.</param>
    /// <param name="device">Its only device, as EAL's option names it.</param>
    /// <param name="frame">The bytes of the frames that it sends first.</param>
    /// <param name="room">The bytes that its buffers have at least.</param>
    public TestpmdProcess StartPeer(string name, string device, int frame, int room = 0) => new(name, [], ["--lcores", "0@0,1@0", .. MemoryArguments, "--vdev", device], frame, room,
            // Or it throws away what waits for it whenever it begins to forward.
            "--no-flush-rx");
}
