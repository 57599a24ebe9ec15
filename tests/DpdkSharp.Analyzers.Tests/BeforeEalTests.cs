namespace DpdkSharp.Analyzers.Tests;

/// <summary>DPDK0011: a call that needs EAL, before its start.</summary>
public class BeforeEalTests
{
    [Theory]
    [InlineData("using var pool = {|DPDK0011:PacketPool.Create(\"p\", 63)|}; using Eal eal = Eal.Initialize(args);")]
    [InlineData("int ports = {|DPDK0011:EthDev.PortIds|}.Count; using Eal eal = Eal.Initialize(args);")]
    [InlineData("if (args.Length > 3) { EthDev port = {|DPDK0011:EthDev.Open(0)|}; } using Eal eal = Eal.Initialize(args);")]
    [InlineData("using var ring = {|DPDK0011:Ring<Mbuf>.Create(\"r\", 8)|}; if (args.Length > 0) { Eal.Initialize(args).Dispose(); }")]
    [InlineData("Action start = () => { using var pool = {|DPDK0011:PacketPool.Create(\"p\", 63)|}; using Eal eal = Eal.Initialize(args); }; start();")]
    public Task A_call_before_the_start_is_reported(string statements) => Check.Code<EalOrderAnalyzer>(Program(statements));

    [Theory]
    [InlineData("using Eal eal = Eal.Initialize(args); using var pool = PacketPool.Create(\"p\", 63);")]
    [InlineData("using var pool = PacketPool.Create(\"p\", 63);")]
    [InlineData("if (Eal.Current is null) { Eal.Initialize(args); } using var pool = PacketPool.Create(\"p\", 63);")]
    [InlineData("if (Eal.Current is not null) { using var pool = PacketPool.Create(\"p\", 63); } else { Eal.Initialize(args); }")]
    [InlineData("if (args.Length > 0) { using var pool = PacketPool.Create(\"p\", 63); } else { Eal.Initialize(args); }")]
    [InlineData("for (int i = 0; i < 2; i++) { if (i == 0) { Eal.Initialize(args); } else { EthDev.Open(0); } }")]
    [InlineData("Action later = () => PacketPool.Create(\"p\", 63); using Eal eal = Eal.Initialize(args); later();")]
    [InlineData("var lengths = MbufTxOffload.Create(14, 20); using Eal eal = Eal.Initialize(args);")]
    public Task A_call_that_may_come_later_is_not(string statements) => Check.Code<EalOrderAnalyzer>(Program(statements));

    private static string Program(string statements) => $$"""
        using System;
        using DpdkSharp;

        static class Program
        {
            static void Main(string[] args)
            {
                {{statements}}
            }
        }
        """;
}
