namespace DpdkSharp.Analyzers.Tests;

/// <summary>Objects of a memory pool are followed as packets are: DPDK0002, DPDK0003, DPDK0004, DPDK0005.</summary>
public class MempoolObjectTests
{
    [Theory]
    [InlineData("if ({|DPDK0002:flows.TryGet(out MempoolObject<long> flow)|}) { flow.Value = 1; }")]
    [InlineData("if (flows.TryGet(out MempoolObject<long> flow)) { flows.Put(flow); {|DPDK0004:flows.Put(flow)|}; }")]
    [InlineData("if (flows.TryGet(out MempoolObject<long> flow)) { flows.Put(flow); {|DPDK0003:flow.Value|} = 1; }")]
    [InlineData("if (flows.TryGet(out MempoolObject<long> flow)) { ref long value = ref flow.Value; flows.Put(flow); {|DPDK0005:value|} = 1; }")]
    public Task What_is_wrong_is_reported(string statements) => Check.Code<PacketOwnershipAnalyzer>(Code(statements));

    [Theory]
    [InlineData("if (flows.TryGet(out MempoolObject<long> flow)) { flow.Value = 1; flows.Put(flow); }")]
    [InlineData("if (flows.TryGet(out MempoolObject<long> flow)) { kept = flow; }")]
    [InlineData("var some = new MempoolObject<long>[4]; if (flows.TryGet(some)) { flows.Put(some); }")]
    public Task What_is_right_is_not(string statements) => Check.Code<PacketOwnershipAnalyzer>(Code(statements));

    private static string Code(string statements) => $$"""
        using DpdkSharp;

        class Program
        {
            private MempoolObject<long> kept;

            void Run(Mempool<long> flows)
            {
                {{statements}}
            }
        }
        """;
}
