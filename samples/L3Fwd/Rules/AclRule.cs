using DpdkSharp.Headers;

namespace DpdkSharp.Samples.L3Fwd;

/// <summary>A rule over the five values of a flow: it denies, or sends to a port.</summary>
/// <typeparam name="TAddress">The type of its addresses.</typeparam>
internal sealed record AclRule<TAddress>(
    TAddress Source, int SourceDepth, TAddress Destination, int DestinationDepth, (ushort Low, ushort High) SourcePorts, (ushort Low, ushort High) DestinationPorts, byte Protocol, byte ProtocolMask, ushort? Port)
    where TAddress : ISpanParsable<TAddress>
{
    /// <summary>Reads "SOURCE/LENGTH DESTINATION/LENGTH LOW : HIGH LOW : HIGH PROTOCOL/MASK", and the port where it does not deny.</summary>
    /// <param name="fields">The fields of a line.</param>
    /// <param name="denies">Whether it denies.</param>
    /// <param name="mostDepth">The length of an address in bits.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static AclRule<TAddress> Parse(RuleFields fields, bool denies, int mostDepth)
    {
        (string source, string sourceDepth) = fields.Pair("source network with prefix length");
        (string destination, string destinationDepth) = fields.Pair("destination network with prefix length");
        (ushort, ushort) sourcePorts = fields.PortRange("range of source ports");
        (ushort, ushort) destinationPorts = fields.PortRange("range of destination ports");
        (string protocol, string mask) = fields.Pair("protocol with mask");
        var rule = new AclRule<TAddress>(
            RuleAddress.Parse<TAddress>(source),
            (int)RuleFile.Number(sourceDepth, (uint)mostDepth, "prefix length"),
            RuleAddress.Parse<TAddress>(destination),
            (int)RuleFile.Number(destinationDepth, (uint)mostDepth, "prefix length"),
            sourcePorts,
            destinationPorts,
            (byte)RuleFile.Number(protocol, byte.MaxValue, "protocol"),
            (byte)RuleFile.Number(mask, byte.MaxValue, "mask of the protocol"),
            denies ? null : (ushort)fields.Number(TxPort.None - 1, "port"));
        fields.End();
        return rule;
    }

    /// <summary>What it wants of the fields of <see cref="AclTables"/>.</summary>
    public AclFieldValue[] Values() =>
    [
        AclFieldValue.Bits(Protocol, ProtocolMask),
        .. Prefix(Source, SourceDepth),
        .. Prefix(Destination, DestinationDepth),
        AclFieldValue.Range(SourcePorts.Low, SourcePorts.High),
        AclFieldValue.Range(DestinationPorts.Low, DestinationPorts.High),
    ];

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Source}/{SourceDepth} {Destination}/{DestinationDepth} {SourcePorts.Low} : {SourcePorts.High} {DestinationPorts.Low} : {DestinationPorts.High} 0x{Protocol:x2}/0x{ProtocolMask:x2} {(Port is { } port ? $"({port})" : "(deny)")}";

    private static AclFieldValue[] Prefix(TAddress address, int depth)
    {
        if (address is Ipv4Address ipv4)
        {
            return [AclFieldValue.Prefix(ipv4, depth)];
        }
        var four = new AclFieldValue[4];
        AclFieldValue.Prefix((Ipv6Address)(object)address, depth, four);
        return four;
    }
}
