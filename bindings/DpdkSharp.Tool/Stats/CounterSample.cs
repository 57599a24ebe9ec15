namespace DpdkSharp.Tool.Stats;

/// <summary>A counter.</summary>
/// <param name="Count">Its value.</param>
/// <param name="PerSecond">What came to it in the interval; null when it was reset in it.</param>
internal sealed record CounterSample(ulong Count, double? PerSecond);
