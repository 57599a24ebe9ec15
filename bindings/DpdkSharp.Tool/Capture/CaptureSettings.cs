namespace DpdkSharp.Tool.Capture;

/// <summary>What is to be captured.</summary>
/// <param name="FilePrefix">Of the process.</param>
/// <param name="Ports">Numbers or names; none for all.</param>
/// <param name="Queue">Null for all.</param>
/// <param name="Directions">Bits of <c>RTE_PDUMP_FLAG_*</c>.</param>
/// <param name="SnapLength">How much of each packet, in bytes.</param>
/// <param name="Buffers">How many packets may wait to be written.</param>
/// <param name="Count">End after so many; null for no end.</param>
/// <param name="Duration">End after so long; null for no end.</param>
/// <param name="Filter">In the syntax of tcpdump; null for none.</param>
/// <param name="Output">The file; "-" for standard output.</param>
/// <param name="EalArguments">More arguments for EAL.</param>
internal sealed record CaptureSettings(
    string FilePrefix, IReadOnlyList<string> Ports, int? Queue, uint Directions, int SnapLength, int Buffers, long? Count, TimeSpan? Duration, string? Filter, string Output, IReadOnlyList<string> EalArguments);
