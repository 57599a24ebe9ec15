namespace DpdkSharp.Tool.Ports;

/// <summary>A setting, and between which it can be.</summary>
internal sealed record Range(int? Value, int Min, int Max);
