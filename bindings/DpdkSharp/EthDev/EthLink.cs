using System.Globalization;

namespace DpdkSharp;

/// <summary>The state of a link (<c>rte_eth_link</c>).</summary>
/// <param name="IsUp">Whether there is a link.</param>
/// <param name="SpeedMbps">In megabits a second; 0 without a link, <see cref="uint.MaxValue"/> when the driver does not know.</param>
/// <param name="IsFullDuplex">Whether both ends may send at once.</param>
/// <param name="IsAutonegotiated">Whether the ends agreed on the speed, or it was fixed.</param>
public readonly record struct EthLink(bool IsUp, uint SpeedMbps, bool IsFullDuplex, bool IsAutonegotiated)
{
    /// <summary>The link as DPDK writes it: "Link up at 10 Gbps FDX Autoneg".</summary>
    /// <returns>One line.</returns>
    public override string ToString() =>
        IsUp ? $"Link up at {Speed} {(IsFullDuplex ? "FDX" : "HDX")} {(IsAutonegotiated ? "Autoneg" : "Fixed")}" : "Link down";

    private string Speed => SpeedMbps switch
    {
        uint.MaxValue => "Unknown",
        0 => "None",
        >= 1000 => string.Create(CultureInfo.InvariantCulture, $"{SpeedMbps / 1000.0:0.#} Gbps"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{SpeedMbps} Mbps"),
    };
}
