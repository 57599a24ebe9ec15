namespace DpdkSharp.Tool.Stats;

/// <summary>Packets in one direction. Bytes are those that the driver counts: Ethernet frames, mostly without their check sequence.</summary>
/// <param name="Packets">The counter.</param>
/// <param name="Bytes">The counter.</param>
/// <param name="PacketsPerSecond">In the interval; null when the counter was reset in it.</param>
/// <param name="BitsPerSecond">In the interval, eight for each byte; null when the counter was reset in it.</param>
internal sealed record FlowSample(ulong Packets, ulong Bytes, double? PacketsPerSecond, double? BitsPerSecond);
