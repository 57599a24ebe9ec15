using DpdkSharp.Benchmarks.Measuring;

namespace DpdkSharp.Benchmarks.Cases;

/// <summary>Forwarding, over devices, bursts and frames.</summary>
internal static class ForwardCases
{
    private static readonly int[] Bursts = [1, 4, 8, 32, 64, 128];
    public static readonly int[] Frames = [64, 512, 1518];

    /// <summary>How many packets go round between a worker and another process; the driver's rings hold all of them.</summary>
    public const int PeerPackets = 512;

    public static IEnumerable<BenchmarkCase> All { get; } =
    [
        .. Over("ring", "io", "udp", 512),
        .. Over("ring", "mac", "udp", 512),
        .. Over("ring", "l3", "ipv4-uniform", 8192),
        .. Over("ring", "l3", "ipv4-skewed", 8192),
        .. Over("ring", "l3", "mixed", 8192),
        .. Over("ring", "flow", "flows", 8192),
        .. Over("ring", "classify-acl", "rules", 8192),
        .. Over("ring", "classify-loop", "rules", 8192),
        .. Over("ring", "pipeline", "udp", 512),
        .. Over("null", "io", "udp", 512),
        .. Over("null", "mac", "udp", 512),
        .. Over("memif", "io", "udp", PeerPackets),
        .. Over("memif", "mac", "udp", PeerPackets),
    ];

    private static IEnumerable<BenchmarkCase> Over(string device, string work, string traffic, int packets) =>
        from frame in Frames
        from burst in Bursts
        // The device's cost does not depend on the frame: other sizes are measured at the usual burst.
        where frame == 64 || burst == 32
        select new BenchmarkCase(
            $"Forwarding on net_{device}{(device == "memif" ? ", between two processes" : "")}",
            $"{work}{(traffic is "udp" or "flows" or "rules" ? "" : "-" + traffic)}/{device}/{frame}/{burst}",
            "forward-" + work,
            $"device={(device == "memif" ? WorkerPrograms.SharedMemoryDevice : device)} traffic={traffic} packets={packets} frame={frame} burst={burst}",
            "packet",
            HasSafeLayer: traffic != "rules",
            IsQuick: frame == 64 && burst is 1 or 32 && (device == "ring" || work == "mac"),
            NeedsJit: traffic == "rules",
            PeerFrame: device == "memif" ? frame : null,
            IsChecked: work == "mac" && device == "ring" && burst == 32);
}
