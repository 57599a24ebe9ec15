namespace DpdkSharp.Benchmarks.Alternatives;

/// <summary>What a port did.</summary>
/// <param name="Frames">How many frames it received or sent.</param>
/// <param name="Bytes">A sum over the frames, so that none of them can go unread.</param>
/// <param name="BusySeconds">The time that calls took which moved frames; null where it waits asleep.</param>
internal readonly record struct PortCount(long Frames, long Bytes, double? BusySeconds = null);
