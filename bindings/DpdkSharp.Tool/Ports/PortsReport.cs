namespace DpdkSharp.Tool.Ports;

/// <summary>The answer of <c>ports --json</c>.</summary>
/// <param name="Dpdk">The DPDK that was asked: 22.11.11.</param>
/// <param name="Arguments">The arguments that EAL was started with.</param>
/// <param name="Ports">The ports that it has with them.</param>
internal sealed record PortsReport(string? Dpdk, IReadOnlyList<string> Arguments, IReadOnlyList<PortDescription> Ports);
