namespace DpdkSharp.Tool.Stats;

/// <summary>The process that was asked.</summary>
/// <param name="Pid">Its id.</param>
/// <param name="Program">Its name; null when it does not tell.</param>
/// <param name="Version">Its DPDK: "DPDK 22.11.11".</param>
internal sealed record StatsProcess(int Pid, string? Program, string Version);
