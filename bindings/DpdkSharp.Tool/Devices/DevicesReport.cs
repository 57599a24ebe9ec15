namespace DpdkSharp.Tool.Devices;

/// <summary>The answer of <c>devices --json</c>.</summary>
internal sealed record DevicesReport(IReadOnlyList<Device> Devices);
