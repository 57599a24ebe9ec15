namespace DpdkSharp.Samples;

/// <summary>What went through a port.</summary>
/// <param name="PortId">The port.</param>
/// <param name="Sent">The packets that left by it.</param>
/// <param name="Received">The packets that came in by it.</param>
/// <param name="Dropped">The packets that were dropped.</param>
public sealed record PortStatistics(int PortId, ulong Sent, ulong Received, ulong Dropped);
