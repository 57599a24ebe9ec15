namespace DpdkSharp.Benchmarks.Worker.Forwarding;

/// <summary>Forwarding on one lcore.</summary>
internal static class ForwardBenchmarks
{
    public static IReadOnlyList<Benchmark> All { get; } =
    [
        new("forward-io", static r => r.IsSafe ? SafeForwarder.Run(r, default(SafeIo)) : RawForwarder.Run(r, default(RawIo))),
        new("forward-mac", static r => r.IsSafe ? SafeForwarder.Run(r, new SafeMac(MacTable.OfHop(1))) : RawForwarder.Run(r, new RawMac(MacTable.OfHop(1)))),
        new("forward-macswap", static r => r.IsSafe ? SafeForwarder.Run(r, default(SafeMacSwap)) : RawForwarder.Run(r, default(RawMacSwap))),
        new("forward-l3", static r => r.IsSafe ? SafeForwarder.Run(r, SafeL3.Create()) : RawForwarder.Run(r, RawL3.Create())),
        new("forward-flow", static r => r.IsSafe ? SafeForwarder.Run(r, SafeFlow.Create(r.Packets)) : RawForwarder.Run(r, RawFlow.Create(r.Packets))),
    ];
}
