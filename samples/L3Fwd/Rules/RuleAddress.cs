namespace DpdkSharp.Samples.L3Fwd;

/// <summary>Reads the addresses of rules.</summary>
internal static class RuleAddress
{
    /// <exception cref="FormatException">It is none.</exception>
    public static TAddress Parse<TAddress>(string text)
        where TAddress : ISpanParsable<TAddress> =>
        TAddress.TryParse(text, null, out TAddress? address) ? address : throw new FormatException($"'{text}' is no {(typeof(TAddress) == typeof(Headers.Ipv4Address) ? "IPv4" : "IPv6")} address.");
}
