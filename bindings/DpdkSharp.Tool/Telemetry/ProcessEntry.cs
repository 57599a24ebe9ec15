namespace DpdkSharp.Tool.Telemetry;

/// <summary>A DPDK process, as the command <c>processes</c> lists it.</summary>
/// <param name="FilePrefix">Its <c>--file-prefix</c>.</param>
/// <param name="State">running; or stale, denied, busy, silent, garbled: why it cannot be attached to.</param>
/// <param name="ProcessId">Its id; null when it is not known.</param>
/// <param name="Program">Its program; null when it is not known.</param>
/// <param name="Version">Its DPDK: "DPDK 22.11.11"; null when it is not known.</param>
/// <param name="Socket">Its telemetry socket.</param>
/// <param name="Reason">Why it cannot be attached to; null when it can.</param>
internal sealed record ProcessEntry(string FilePrefix, string State, int? ProcessId, string? Program, string? Version, string Socket, string? Reason);
