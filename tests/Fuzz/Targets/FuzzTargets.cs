using DpdkSharp.Headers;
using DpdkSharp.Samples.L2Fwd;
using DpdkSharp.Samples.L3Fwd;
using DpdkSharp.Testing;

namespace DpdkSharp.Fuzz;

/// <summary>All that is fuzzed.</summary>
internal static class FuzzTargets
{
    private static readonly Func<FuzzTarget>[] s_all =
    [
        static () => new HeaderTarget<EthernetHeader>("ethernet", PacketLayerType.Ethernet),
        static () => new HeaderTarget<VlanHeader>("vlan", PacketLayerType.Vlan),
        static () => new HeaderTarget<MplsHeader>("mpls", PacketLayerType.Mpls),
        static () => new HeaderTarget<ArpHeader>("arp", PacketLayerType.Arp),
        static () => new Ipv4HeaderTarget(),
        static () => new HeaderTarget<Ipv6Header>("ipv6", PacketLayerType.Ipv6),
        static () => new Ipv6OptionsHeaderTarget(),
        static () => new VariableHeaderTarget<Ipv6RoutingHeader>("ipv6-routing", PacketLayerType.Ipv6Routing),
        static () => new HeaderTarget<Ipv6FragmentHeader>("ipv6-fragment", PacketLayerType.Ipv6Fragment),
        static () => new VariableHeaderTarget<AuthenticationHeader>("authentication", PacketLayerType.AuthenticationHeader),
        static () => new TcpHeaderTarget(),
        static () => new HeaderTarget<UdpHeader>("udp", PacketLayerType.Udp),
        static () => new MessageHeaderTarget<IcmpHeader>("icmp", PacketLayerType.Icmp, IcmpHeader.HasValidChecksum, static (ref IcmpHeader h, ReadOnlySpan<byte> m) => h.Checksum = IcmpHeader.ComputeChecksum(m)),
        static () => new HeaderTarget<Icmpv6Header>("icmpv6", PacketLayerType.Icmpv6),
        static () => new MessageHeaderTarget<SctpHeader>("sctp", PacketLayerType.Sctp, SctpHeader.HasValidChecksum, static (ref SctpHeader h, ReadOnlySpan<byte> m) => h.Checksum = SctpHeader.ComputeChecksum(m)),
        static () => new HeaderTarget<VxlanHeader>("vxlan", PacketLayerType.Vxlan),
        static () => new GreHeaderTarget(),
        static () => new HeaderTarget<GreChecksumWord>("gre-checksum", PacketLayerType.Gre),
        static () => new HeaderTarget<GreKeyWord>("gre-key", PacketLayerType.Gre),
        static () => new HeaderTarget<GreSequenceWord>("gre-sequence", PacketLayerType.Gre),
        static () => new GtpuHeaderTarget(),
        static () => new HeaderTarget<GtpuOptionalFields>("gtpu-optional", PacketLayerType.Gtpu),
        static () => new LayersTarget(),
        static () => new ChecksumTarget(),
        static () => new MbufTarget(),
        static () => new ChainTarget(),
        static () => new CaptureTarget(CaptureFormat.Pcap),
        static () => new CaptureTarget(CaptureFormat.PcapNg),
        static () => new DissectTarget(),
        static () => new AddressTarget(),
        static () => new EalOptionsTarget(),
        static () => new RulesTarget(),
        static () => new CommandLineTarget("l2fwd", ["-P\n", "-q\n", "-T\n", "--portmap\n", "--mac-updating\n", "--no-mac-updating\n"],
            ["-p 0x3 -q 2 -T 1 --portmap (0,1),(2,3)", "-p 3 -P --no-mac-updating", "--help"], L2FwdOptions.Parse),
        static () => new CommandLineTarget("l3fwd", ["--config\n", "--lookup\n", "--eth-dest\n", "--rule_ipv4\n", "--max-pkt-len\n", "--hash-entry-num\n", "--alg\n", "--mode\n", "lpm", "acl", "02:00:00:00:00:01"],
            ["-p 0x3 --config (0,0,1),(1,0,2) --lookup em --eth-dest 1,02:00:00:00:00:01 --hash-entry-num 0x100 --ipv6", "-p 3 --config (0,0,0) --max-pkt-len 9000 --alg avx2 --mode poll -T 1 --parse-ptype"], L3FwdOptions.Parse),
    ];

    private static readonly Lazy<FuzzTarget[]> s_targets = new(static () => [.. s_all.Select(static make => make())]);

    public static IReadOnlyList<FuzzTarget> All => s_targets.Value;

    public static FuzzTarget Find(string name) => All.Concat(PlantedTarget.All.Select(static make => make())).FirstOrDefault(t => t.Name == name) ?? throw new ArgumentException($"There is no target '{name}'.", nameof(name));
}
