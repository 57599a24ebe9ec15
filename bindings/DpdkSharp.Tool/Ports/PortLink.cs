namespace DpdkSharp.Tool.Ports;

/// <summary>A link.</summary>
/// <param name="Up">Whether there is one.</param>
/// <param name="SpeedMbps">In megabits a second; null without a link, or where the driver does not know.</param>
/// <param name="FullDuplex">Whether both ends may send at once.</param>
/// <param name="Text">As DPDK writes it.</param>
internal sealed record PortLink(bool Up, long? SpeedMbps, bool FullDuplex, string Text);
