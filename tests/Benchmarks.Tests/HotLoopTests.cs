namespace DpdkSharp.Benchmarks.Tests;

/// <summary>
/// The machine code of the forwarding loops, as the runtime compiles it here: how much of it there is, what it calls, and how many instructions a
/// packet takes. Times differ from run to run; these do not.
/// </summary>
public sealed class HotLoopTests
{
    // What the loops may call. A register holds the address of a driver's burst function.
    private static readonly string[] s_raw =
    [
        "REGISTER", "CORINFO_HELP_FAIL_FAST", "CORINFO_HELP_INIT_PINVOKE_FRAME", "CORINFO_HELP_MEMZERO", "CORINFO_HELP_STOP_FOR_GC",
        "EthFastPath:ReceiveWithCallbacks", "EthFastPath:SendWithCallbacks", "RawForwarder:Drop", "RawMac:Process",
    ];

    private static readonly string[] s_safe =
    [
        "REGISTER", "CORINFO_HELP_FAIL_FAST", "CORINFO_HELP_INIT_PINVOKE_FRAME", "CORINFO_HELP_STOP_FOR_GC",
        "EthFastPath:ReceiveWithCallbacks", "EthFastPath:SendWithCallbacks",
        "PacketBurst:FreeAll", "PacketBurst:MoveUp", "RxQueue:ReceiveMore", "SafeMac:Process",
    ];

    [Theory]
    [InlineData("forward-io", 620)]
    [InlineData("forward-mac", 650)]
    public void The_loop_on_the_raw_layer_calls_the_driver_and_little_else(string benchmark, int mostBytes) =>
        Check(Disassembly.Of(benchmark, "raw", "Forward"), s_raw, mostBytes);

    [Theory]
    [InlineData("forward-io", 1160)]
    [InlineData("forward-mac", 1180)]
    public void The_loop_on_the_safe_layer_calls_the_driver_and_little_else(string benchmark, int mostBytes) =>
        Check(Disassembly.Of(benchmark, "safe", "Forward"), s_safe, mostBytes);

    [Theory]
    [InlineData("raw", 10, 10)]
    [InlineData("safe", 10, 14)]
    public void A_packet_takes_so_many_instructions(string layer, int mostToPrefetch, int mostToRewrite)
    {
        Disassembly code = Disassembly.Of("forward-mac", layer, "Process");
        (int prefetch, int rewrite) = code.InstructionsOfInnerLoops();

        Assert.InRange(prefetch, 5, mostToPrefetch);
        Assert.InRange(rewrite, 7, mostToRewrite);
    }

    private static void Check(Disassembly code, IEnumerable<string> allowed, int mostBytes)
    {
        Assert.Empty(code.CallsBeforeColdCode().Except(allowed, StringComparer.Ordinal));
        Assert.Single(code.CallsBeforeColdCode(), static c => c == "REGISTER");
        Assert.InRange(code.Bytes, 300, mostBytes);
    }
}
