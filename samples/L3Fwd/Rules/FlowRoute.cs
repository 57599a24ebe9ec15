using DpdkSharp.Headers;

namespace DpdkSharp.Samples.L3Fwd;

/// <summary>A flow, and the port that its packets leave by.</summary>
/// <typeparam name="TAddress">The type of its addresses.</typeparam>
internal sealed record FlowRoute<TAddress>(TAddress Destination, TAddress Source, ushort DestinationPort, ushort SourcePort, IpProtocol Protocol, ushort Port)
    where TAddress : ISpanParsable<TAddress>
{
    /// <summary>Reads "DESTINATION SOURCE DESTINATION-PORT SOURCE-PORT PROTOCOL PORT".</summary>
    /// <param name="fields">The fields of a line.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static FlowRoute<TAddress> Parse(RuleFields fields)
    {
        var route = new FlowRoute<TAddress>(
            RuleAddress.Parse<TAddress>(fields.Next("destination address")),
            RuleAddress.Parse<TAddress>(fields.Next("source address")),
            (ushort)fields.Number(ushort.MaxValue, "destination port"),
            (ushort)fields.Number(ushort.MaxValue, "source port"),
            (IpProtocol)fields.Number(byte.MaxValue, "protocol"),
            (ushort)fields.Number(TxPort.None - 1, "port"));
        fields.End();
        return route;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Destination} {Source} {DestinationPort} {SourcePort} {(byte)Protocol} ({Port})";
}
