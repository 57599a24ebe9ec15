using System.Buffers.Binary;
using System.Runtime.InteropServices;
using CsCheck;
using DpdkSharp.Headers;
using DpdkSharp.TestKit;

namespace DpdkSharp.Tests.Classification;

public class AclTests
{
    private static readonly AclField[] s_fiveTuple =
    [
        new(AclFieldType.Bitmask, 1, 0, 0),
        new(AclFieldType.Mask, 4, 4, 1),
        new(AclFieldType.Mask, 4, 8, 2),
        new(AclFieldType.Range, 2, 12, 3),
        new(AclFieldType.Range, 2, 14, 3),
    ];

    [Fact]
    public void The_matching_rule_with_the_highest_priority_counts()
    {
        using Acl acl = Create();
        acl.Add(10, 100, Rule(new(6, 0xFF), new(10, 0, 0, 0), 8, default, 0, (0, 65535), (80, 80)));
        acl.Add(20, 200, Rule(new(0, 0), new(10, 1, 0, 0), 16, default, 0, (0, 65535), (0, 65535)));
        acl.Add(5, 300, Rule(new(17, 0xFF), default, 0, new(192, 0, 2, 0), 24, (1000, 2000), (53, 53)));
        Assert.Equal((3, 16, 0), (acl.RuleCount, acl.InputLength, acl.Categories));
        acl.Build();
        Assert.Equal(1, acl.Categories);
        Assert.Equal(100u, Classify(acl, new(6, new(10, 9, 9, 9), new(1, 2, 3, 4), 5, 80)));
        Assert.Equal(200u, Classify(acl, new(6, new(10, 1, 9, 9), new(1, 2, 3, 4), 5, 80)));
        Assert.Equal(300u, Classify(acl, new(17, new(11, 1, 9, 9), new(192, 0, 2, 4), 1500, 53)));
        Assert.Equal(0u, Classify(acl, new(17, new(11, 1, 9, 9), new(192, 0, 2, 4), 2001, 53)));
        Assert.Equal(0u, Classify(acl, new(6, new(10, 9, 9, 9), new(1, 2, 3, 4), 5, 81)));
    }

    [Fact]
    public void Rules_count_from_the_next_build_on()
    {
        using Acl acl = Create();
        Assert.Contains("has no rules to build from", Assert.Throws<InvalidOperationException>(() => acl.Build()).Message, StringComparison.Ordinal);
        Packet packet = new(6, new(10, 0, 0, 1), default, 1, 1);
        Assert.Contains("call Build after", Assert.Throws<InvalidOperationException>(() => Classify(acl, packet)).Message, StringComparison.Ordinal);
        acl.Add(1, 1, Any());
        acl.Build();
        Assert.Equal(1u, Classify(acl, packet));
        acl.DeleteAll();
        acl.Add(1, 2, Any());
        acl.Build();
        Assert.Equal(2u, Classify(acl, packet));
        Assert.Equal(1, acl.RuleCount);
    }

    [Fact]
    public void Each_category_has_a_result_of_its_own()
    {
        using Acl acl = Create();
        acl.Add(1, 11, Any(), categories: 0b0101);
        acl.Add(2, 22, Rule(new(6, 0xFF), default, 0, default, 0, (0, 65535), (0, 65535)), categories: 0b0110);
        acl.Build(categories: 4);
        var results = new uint[8];
        acl.Classify<Packet>([new(6, default, default, 1, 1), new(17, default, default, 1, 1)], results);
        Assert.Equal([11u, 22, 22, 0, 11, 0, 11, 0], results);
        Assert.Throws<ArgumentException>(() => acl.Classify<Packet>(new Packet[2], new uint[7]));
    }

    [Fact]
    public void Rules_agree_with_a_list_that_is_looked_through() =>
        Gen.Select(GenRule.List[1, 40], GenPacket.List[0, 150]).Sample((rules, packets) =>
        {
            using Acl acl = Create();
            for (int i = 0; i < rules.Count; i++)
            {
                acl.Add(1000 - i, (uint)(i + 1), rules[i].Values);
            }
            acl.Build();
            uint[] expected = [.. packets.Select(p => (uint)(rules.FindIndex(r => r.Matches(p)) + 1))];
            foreach (AclAlgorithm algorithm in Enum.GetValues<AclAlgorithm>())
            {
                if (!acl.TrySelectAlgorithm(algorithm))
                {
                    Assert.False(algorithm is AclAlgorithm.Default or AclAlgorithm.Scalar);
                    continue;
                }
                var results = new uint[packets.Count];
                acl.Classify<Packet>(CollectionsMarshal.AsSpan(packets), results);
                Assert.Equal(expected, results);
            }
        }, iter: 100, threads: 1);

    [Fact]
    public unsafe void Inputs_are_classified_where_they_are()
    {
        using Acl acl = Create();
        acl.Add(1, 7, Rule(new(6, 0xFF), default, 0, default, 0, (0, 65535), (80, 80)));
        acl.Build();
        Packet yes = new(6, default, default, 1, 80);
        Packet no = new(6, default, default, 1, 81);
        byte** inputs = stackalloc byte*[3] { (byte*)&yes, (byte*)&no, (byte*)&yes };
        uint[] results = [9, 9, 9, 9];
        acl.Classify(inputs, 3, results);
        Assert.Equal([7u, 0, 7, 9], results);
        acl.Classify(null, 0, []);
    }

    [Fact]
    public void IPv6_addresses_are_four_fields()
    {
        AclField[] fields = [new(AclFieldType.Bitmask, 1, 0, 0), .. Enumerable.Range(0, 4).Select(static i => new AclField(AclFieldType.Mask, 4, 1 + (4 * i), 1 + i))];
        Span<byte> input = stackalloc byte[17];
        Span<uint> result = stackalloc uint[1];
        for (int length = 0; length <= 128; length++)
        {
            using Acl acl = Acl.Create(UniqueName.Next("acl"), fields, 4);
            Assert.Equal(17, acl.InputLength);
            Ipv6Address network = Ipv6Address.Parse("2001:db8:1234:5678:9abc:def0:1357:9bdf");
            var values = new AclFieldValue[5];
            values[0] = AclFieldValue.Bits(0, 0);
            AclFieldValue.Prefix(network, length, values.AsSpan(1));
            acl.Add(1, 1, values);
            acl.Build();
            UInt128 number = new(network.High, network.Low);
            for (int bit = 0; bit < 128; bit++)
            {
                UInt128 changed = number ^ (UInt128.One << (127 - bit));
                BinaryPrimitives.WriteUInt128BigEndian(input[1..], changed);
                acl.Classify<Seventeen>([MemoryMarshal.Read<Seventeen>(input)], result);
                Assert.Equal(bit >= length ? 1u : 0, result[0]);
            }
        }
        Assert.Throws<ArgumentException>(static () => AclFieldValue.Prefix(default(Ipv6Address), 1, new AclFieldValue[3]));
        Assert.Throws<ArgumentOutOfRangeException>(static () => AclFieldValue.Prefix(default(Ipv6Address), 129, new AclFieldValue[4]));
    }

    [Fact]
    public void Fields_have_the_order_that_DPDK_reads_them_in()
    {
        static string Refusal(params AclField[] fields) => Assert.Throws<ArgumentException>(() => Acl.Create("bad", fields, 1)).Message;
        AclField first = new(AclFieldType.Bitmask, 1, 0, 0);
        Assert.Contains("1 to 64 fields, not 0", Refusal(), StringComparison.Ordinal);
        Assert.Contains("the first field has one byte", Refusal(new AclField(AclFieldType.Mask, 4, 0, 0)), StringComparison.Ordinal);
        Assert.Contains("the first field is the group 0", Refusal(first with { InputIndex = 1 }), StringComparison.Ordinal);
        Assert.Contains("1, 2 or 4 bytes, not 3", Refusal(first, new(AclFieldType.Mask, 3, 4, 1)), StringComparison.Ordinal);
        Assert.Contains("no such type", Refusal(first, new((AclFieldType)9, 4, 4, 1)), StringComparison.Ordinal);
        Assert.Contains("offset is out of range", Refusal(first, new(AclFieldType.Mask, 4, -1, 1)), StringComparison.Ordinal);
        Assert.Contains("counted up", Refusal(first, new(AclFieldType.Mask, 4, 4, 0)), StringComparison.Ordinal);
        Assert.Contains("counted up", Refusal(first, new(AclFieldType.Mask, 4, 4, 1), new(AclFieldType.Mask, 4, 8, 3)), StringComparison.Ordinal);
        Assert.Contains("does not lie in the four bytes", Refusal(first, new(AclFieldType.Range, 2, 4, 1), new(AclFieldType.Range, 2, 8, 1)), StringComparison.Ordinal);
        Assert.Contains("does not lie in the four bytes", Refusal(first, new(AclFieldType.Range, 2, 4, 1), new(AclFieldType.Range, 2, 2, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_fit_their_fields()
    {
        using Acl acl = Create();
        Assert.Throws<ArgumentOutOfRangeException>(() => acl.Add(0, 1, Any()));
        Assert.Throws<ArgumentOutOfRangeException>(() => acl.Add(Acl.MaxPriority + 1, 1, Any()));
        Assert.Throws<ArgumentOutOfRangeException>(() => acl.Add(1, 0, Any()));
        Assert.Throws<ArgumentOutOfRangeException>(() => acl.Add(1, 1, Any(), categories: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => acl.Add(1, 1, Any(), categories: 1 << 16));
        Assert.Contains("each of the 5 fields, not 4", Assert.Throws<ArgumentException>(() => acl.Add(1, 1, Any().AsSpan(0, 4))).Message, StringComparison.Ordinal);
        void Refused(int index, AclFieldValue value)
        {
            AclFieldValue[] values = Any();
            values[index] = value;
            Assert.Contains($"field {index} ", Assert.Throws<ArgumentException>(() => acl.Add(1, 1, values)).Message, StringComparison.Ordinal);
        }

        Refused(0, AclFieldValue.Bits(256, 1));
        Refused(0, AclFieldValue.Bits(1, 256));
        Refused(1, AclFieldValue.Prefix(1UL << 32, 1));
        Refused(1, AclFieldValue.Prefix(1, 33));
        Refused(1, AclFieldValue.Range(1, 2));
        Refused(3, AclFieldValue.Range(1, 65536));
        Assert.Throws<ArgumentOutOfRangeException>(static () => AclFieldValue.Range(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => AclFieldValue.Prefix(2, -1));
        Assert.Equal(0, acl.RuleCount);
        Assert.Throws<ArgumentOutOfRangeException>(() => acl.Build(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => acl.Build(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => acl.Build(20));
        Assert.Throws<ArgumentOutOfRangeException>(() => acl.Build(1, -1));
        acl.Add(1, 1, Any());
        acl.Build();
        Assert.Throws<ArgumentException>(() => acl.Classify<long>(new long[1], new uint[1]));
    }

    [Fact]
    public void A_full_list_says_for_how_many_rules_it_was_made()
    {
        using Acl acl = Acl.Create(UniqueName.Next("acl"), s_fiveTuple, 2);
        acl.Add(1, 1, Any());
        acl.Add(1, 1, Any());
        var e = Assert.Throws<DpdkException>(() => acl.Add(1, 1, Any()));
        Assert.Equal("rte_acl_add_rules", e.Function);
        Assert.Contains("created for 2 rules and has 2", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_unique_and_free_again_after_disposal()
    {
        string name = UniqueName.Next("acl").PadRight(31, 'x');
        Acl acl = Acl.Create(name, s_fiveTuple, 2);
        Assert.Equal($"the ACL '{name}'", acl.ToString());
        var e = Assert.Throws<DpdkException>(() => Acl.Create(name, s_fiveTuple, 2));
        Assert.Equal(("rte_acl_create", 17), (e.Function, e.Errno));
        Assert.Contains("DPDK allows 31", Assert.Throws<ArgumentException>(() => Acl.Create(name + 'x', s_fiveTuple, 2)).Message, StringComparison.Ordinal);
        acl.Add(1, 1, Any());
        acl.Build();
        acl.Dispose();
        acl.Dispose();
        Assert.Throws<ObjectDisposedException>(() => Classify(acl, default));
        Assert.Throws<ObjectDisposedException>(() => acl.Add(1, 1, Any()));
        using Acl again = Acl.Create(name, s_fiveTuple, 2);
        Assert.Equal(0, again.RuleCount);
        Assert.Throws<ArgumentOutOfRangeException>(static () => Acl.Create("bad", s_fiveTuple, 0));
        Assert.Equal(12, Assert.Throws<DpdkException>(static () => Acl.Create(UniqueName.Next("acl"), s_fiveTuple, 1 << 24)).Errno);
    }

    private static readonly Gen<GeneratedRule> GenRule =
        from protocol in Gen.OneOf((6, 0xFF), (17, 0xFF), (0, 0), (4, 6))
        from source in Gen.Int[0, 3]
        from sourceLength in Gen.OneOf(0, 8, 15, 16, 24, 31, 32)
        from destination in Gen.Int[0, 3]
        from destinationLength in Gen.OneOf(0, 8, 23, 24, 32)
        from sourcePorts in Gen.Select(Gen.Int[0, 20], Gen.Int[0, 20])
        from destinationPorts in Gen.Select(Gen.Int[0, 20], Gen.Int[0, 65535])
        select new GeneratedRule((byte)protocol.Item1, (byte)protocol.Item2, Address(source), sourceLength, Address(destination), destinationLength, sourcePorts.Item1, sourcePorts.Item2, destinationPorts.Item1, destinationPorts.Item2);

    private static readonly Gen<Packet> GenPacket = Gen.Select(Gen.OneOf<byte>(6, 17, 1, 4), Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[0, 25], Gen.Int[0, 65535])
        .Select(static (protocol, source, destination, sourcePort, destinationPort) => new Packet(protocol, Address(source), Address(destination), (ushort)sourcePort, (ushort)destinationPort));

    private static Ipv4Address Address(int number) => number switch
    {
        0 => new(10, 0, 0, 1),
        1 => new(10, 1, 0, 1),
        2 => new(10, 1, 0, 2),
        3 => new(192, 0, 2, 1),
        _ => new(192, 0, 3, 255),
    };

    private static Acl Create() => Acl.Create(UniqueName.Next("acl"), s_fiveTuple, 64);

    private static AclFieldValue[] Any() => Rule(default, default, 0, default, 0, (0, 65535), (0, 65535));

    private static AclFieldValue[] Rule((int Value, int Mask) protocol, Ipv4Address source, int sourceLength, Ipv4Address destination, int destinationLength, (int Low, int High) sourcePorts, (int Low, int High) destinationPorts) =>
    [
        AclFieldValue.Bits((ulong)protocol.Value, (ulong)protocol.Mask),
        AclFieldValue.Prefix(source, sourceLength),
        AclFieldValue.Prefix(destination, destinationLength),
        AclFieldValue.Range((ulong)sourcePorts.Low, (ulong)sourcePorts.High),
        AclFieldValue.Range((ulong)destinationPorts.Low, (ulong)destinationPorts.High),
    ];

    private static uint Classify(Acl acl, Packet packet)
    {
        Span<uint> result = stackalloc uint[1];
        acl.Classify<Packet>([packet], result);
        return result[0];
    }

    private sealed record GeneratedRule(byte Protocol, byte ProtocolMask, Ipv4Address Source, int SourceLength, Ipv4Address Destination, int DestinationLength, int SourceLow, int SourceHigh, int DestinationLow, int DestinationHigh)
    {
        private (int Low, int High) SourcePorts => (Math.Min(SourceLow, SourceHigh), Math.Max(SourceLow, SourceHigh));

        private (int Low, int High) DestinationPorts => (Math.Min(DestinationLow, DestinationHigh), Math.Max(DestinationLow, DestinationHigh));

        public AclFieldValue[] Values => Rule((Protocol, ProtocolMask), Source, SourceLength, Destination, DestinationLength, SourcePorts, DestinationPorts);

        public bool Matches(Packet packet) =>
            ((packet.Protocol ^ Protocol) & ProtocolMask) == 0
            && IsIn(packet.Source, Source, SourceLength)
            && IsIn(packet.Destination, Destination, DestinationLength)
            && packet.SourcePort >= SourcePorts.Low && packet.SourcePort <= SourcePorts.High
            && packet.DestinationPort >= DestinationPorts.Low && packet.DestinationPort <= DestinationPorts.High;

        private static bool IsIn(Ipv4Address address, Ipv4Address network, int length) => length == 0 || (address.Value ^ network.Value) >> (32 - length) == 0;
    }

    /// <summary>A five-tuple as it could stand in a packet: the ports in network byte order.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 16)]
    private readonly struct Packet(byte protocol, Ipv4Address source, Ipv4Address destination, ushort sourcePort, ushort destinationPort)
    {
        [FieldOffset(0)]
        public readonly byte Protocol = protocol;

        [FieldOffset(4)]
        public readonly Ipv4Address Source = source;

        [FieldOffset(8)]
        public readonly Ipv4Address Destination = destination;

        [FieldOffset(12)]
        private readonly ushort _sourcePort = BinaryPrimitives.ReverseEndianness(sourcePort);

        [FieldOffset(14)]
        private readonly ushort _destinationPort = BinaryPrimitives.ReverseEndianness(destinationPort);

        public ushort SourcePort => BinaryPrimitives.ReverseEndianness(_sourcePort);

        public ushort DestinationPort => BinaryPrimitives.ReverseEndianness(_destinationPort);
    }

    [StructLayout(LayoutKind.Sequential, Size = 17)]
    private struct Seventeen;
}
