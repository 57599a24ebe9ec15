namespace DpdkSharp.Tool.Capture;

/// <summary>The answer of <c>capture --json</c>, when the capture has ended.</summary>
/// <param name="File">Where the packets are; "-" for standard output.</param>
/// <param name="Packets">How many were written.</param>
/// <param name="Ports">The ports.</param>
/// <param name="End">Why it ended: count, duration, interrupted, or primary-ended.</param>
internal sealed record CaptureSummary(string File, long Packets, IReadOnlyList<CapturedPort> Ports, string End);
