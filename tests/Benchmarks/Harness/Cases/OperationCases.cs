namespace DpdkSharp.Benchmarks.Cases;

/// <summary>Single operations.</summary>
internal static class OperationCases
{
    private static readonly int[] ChecksumSizes = [64, 1500, 9000];

    public static IEnumerable<BenchmarkCase> All { get; } =
    [
        .. Group("Packet buffers",
            new("alloc-free/single", "alloc-free", HasSafeLayer: true, IsQuick: true),
            new("alloc-free/bulk-32", "alloc-free-bulk", 32, HasSafeLayer: true, IsQuick: true),
            new("alloc-free/registered", "alloc-free-registered"),
            new("alloc-free/unregistered", "alloc-free-unregistered", IsQuick: true),
            new("clone-free", "clone-free", HasSafeLayer: true),
            new("chain-walk/4", "chain-walk", HasSafeLayer: true)),
        .. Group("Memory pools",
            new("get-put/single", "get-put", HasSafeLayer: true, IsQuick: true),
            new("get-put/bulk-32", "get-put-bulk", 32, HasSafeLayer: true)),
        .. Group("Rings",
        [
            .. from mode in (string[])["spsc", "mpmc", "rts", "hts"]
               from size in (int[])[1, 8, 32]
               select new Operation($"ring-{mode}/{size}", $"ring-{mode}", size, HasSafeLayer: true, IsQuick: mode is "spsc" or "mpmc" && size != 8),
        ]),
        .. Group("Headers and checksums",
        [
            new("parse/udp", "parse-udp", HasSafeLayer: true, IsQuick: true),
            new("ipv4-checksum", "checksum-ipv4", HasSafeLayer: true, IsQuick: true),
            .. from size in ChecksumSizes select new Operation($"checksum/{size}", "checksum-raw", size, HasSafeLayer: true, IsQuick: size < 9000),
            .. from size in ChecksumSizes select new Operation($"udp-checksum/{size}", "checksum-udp", size, HasSafeLayer: true),
        ]),
        .. Group("Hashes",
        [
            .. from function in (string[])["crc", "jhash", "toeplitz"]
               from size in (int[])[16, 64]
               select new Operation($"{function}/{size}", $"hash-{function}-{size}", HasSafeLayer: function == "crc", IsQuick: size == 16),
        ]),
        .. Group("Tables",
            new("lpm/single", "lpm", HasSafeLayer: true, IsQuick: true),
            new("lpm/bulk-32", "lpm-bulk", 32, HasSafeLayer: true, IsQuick: true),
            new("lpm/x4", "lpm-x4"),
            new("hash-lookup/single", "hash-lookup", HasSafeLayer: true),
            new("hash-lookup/bulk-32", "hash-lookup-bulk", 32, HasSafeLayer: true, IsQuick: true)),
        .. Group("Calls",
            new("lcore-id", "lcore-id", IsQuick: true),
            new("tsc", "tsc", IsQuick: true),
            new("call/export", "call-export", IsQuick: true),
            new("call/export-no-transition", "call-export-no-transition"),
            new("call/shim", "call-shim")),
    ];

    private static IEnumerable<BenchmarkCase> Group(string name, params IEnumerable<Operation> operations) =>
        operations.Select(o => new BenchmarkCase(name, o.Name, o.Benchmark, $"size={o.Size}", "operation", o.HasSafeLayer, o.IsQuick));

    /// <summary>An operation and how many bytes or objects it works on. A bulk is one operation.</summary>
    private readonly record struct Operation(string Name, string Benchmark, int Size = 1, bool HasSafeLayer = false, bool IsQuick = false);
}
