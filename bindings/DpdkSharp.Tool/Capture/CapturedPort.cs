namespace DpdkSharp.Tool.Capture;

/// <summary>A port that was captured from, and what became of its packets.</summary>
/// <param name="Port">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Accepted">Packets that were copied for us.</param>
/// <param name="Filtered">Packets that the filter left out.</param>
/// <param name="Dropped">Packets that could not be copied: no buffer was free, or the ring was full.</param>
internal sealed record CapturedPort(int Port, string Name, long Accepted, long Filtered, long Dropped);
