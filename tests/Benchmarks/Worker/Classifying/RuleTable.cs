using DpdkSharp.Benchmarks.Worker.Setup;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Benchmarks.Worker.Classifying;

/// <summary>The rules of the classifier, the same as on the C side. The first that matches counts.</summary>
internal static class RuleTable
{
    private const int RuleCount = 64;
    private const byte Tcp = 6;
    private const byte Udp = 17;

    public static IReadOnlyList<Rule> Rules { get; } = Make();

    /// <summary>The five-tuple of a packet of traffic "rules": three of four match a rule.</summary>
    public static FlowKey Flow(ref RandomNumbers random)
    {
        Rule rule = Rules[(int)(random.Next() % RuleCount)];
        uint bits = (uint)random.Next();
        var flow = new FlowKey(
            rte_cpu_to_be_32(rule.Source | (bits & ~rule.SourceMask)),
            rte_cpu_to_be_32(rule.Destination | (bits & ~rule.DestinationMask)),
            rte_cpu_to_be_16((ushort)(bits >> 16)),
            rte_cpu_to_be_16((ushort)(rule.FirstPort + (bits % (rule.LastPort - rule.FirstPort + 1)))),
            rule.Protocol == 0 ? Udp : rule.Protocol);
        return random.Next() % 4 == 0 ? flow with { Destination = (uint)random.Next() } : flow;
    }

    private static Rule[] Make()
    {
        var random = new RandomNumbers(0x853c49e6748fea9b);
        var rules = new Rule[RuleCount];
        for (int i = 0; i < RuleCount; i++)
        {
            // Of four rules, one looks at the source, all at the destination, three at the protocol and a port, one at a range of ports.
            uint kind = (uint)(random.Next() % 4);
            ushort port = (ushort)(1024 + (random.Next() % 30000));
            uint source = (uint)random.Next();
            uint destination = (uint)random.Next();
            uint sourceMask = kind == 0 ? Mask(12 + (random.Next() % 12)) : 0;
            uint destinationMask = Mask(16 + (random.Next() % 12));
            rules[i] = new Rule(
                source & sourceMask,
                sourceMask,
                destination & destinationMask,
                destinationMask,
                kind == 0 ? 0u : port,
                kind == 0 ? ushort.MaxValue : kind == 3 ? port + 100u : port,
                kind == 0 ? 0u : kind == 1 ? Tcp : Udp,
                kind == 0 ? 0u : 0xff);
        }
        return rules;
    }

    private static uint Mask(ulong depth) => uint.MaxValue << (32 - (int)depth);
}
