namespace DpdkSharp.Samples.L3Fwd;

/// <summary>A network, and the port that packets to it leave by.</summary>
/// <typeparam name="TAddress">The type of its address.</typeparam>
internal sealed record Route<TAddress>(TAddress Network, int Depth, ushort Port)
    where TAddress : ISpanParsable<TAddress>
{
    /// <summary>Reads "NETWORK/LENGTH PORT".</summary>
    /// <param name="fields">The fields of a line.</param>
    /// <param name="leastDepth">The least prefix length: LPM tables take no default route.</param>
    /// <param name="mostDepth">The length of an address in bits.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static Route<TAddress> Parse(RuleFields fields, int leastDepth, int mostDepth)
    {
        (string network, string depth) = fields.Pair("network with prefix length");
        var route = new Route<TAddress>(RuleAddress.Parse<TAddress>(network), (int)RuleFile.Number(depth, (uint)mostDepth, "prefix length", (uint)leastDepth), (ushort)fields.Number(TxPort.None - 1, "port"));
        fields.End();
        return route;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Network} / {Depth} ({Port})";
}
