namespace DpdkSharp.Tool.Stats;

/// <summary>A link.</summary>
/// <param name="Up">Whether there is one.</param>
/// <param name="Speed">As DPDK tells it: megabits a second ("10000"), or words.</param>
/// <param name="Duplex">As DPDK tells it.</param>
internal sealed record LinkSample(bool Up, string? Speed, string? Duplex);
