namespace DpdkSharp;

/// <summary>A part of DPDK that logs (a log type).</summary>
/// <param name="Name">DPDK's name of it: "lib.eal", "pmd.net.tap".</param>
/// <param name="Level">The least urgent level that it logs.</param>
public readonly record struct EalLogComponent(string Name, EalLogLevel Level);
