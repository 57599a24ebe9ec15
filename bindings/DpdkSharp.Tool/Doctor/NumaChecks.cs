using System.Globalization;
using DpdkSharp.Tool.Machine;
using DpdkSharp.Tool.Output;

namespace DpdkSharp.Tool.Doctor;

/// <summary>NUMA: nodes with their CPUs and memory, and the kernel's moving of pages between them.</summary>
internal static class NumaChecks
{
    private const string Section = "NUMA";
    private const string Folder = "/sys/devices/system/node";

    public static IEnumerable<Finding> Examine(MachineFiles machine)
    {
        IReadOnlyList<int> nodes = Nodes(machine);
        if (nodes.Count < 2)
        {
            yield return Finding.Ok(Section, "numa.nodes", "one node: memory is equally near to all CPUs");
            yield break;
        }
        foreach (int node in nodes)
        {
            yield return Finding.Ok(Section, "numa.nodes", $"node {node}: CPUs {machine.Text($"{Folder}/node{node}/cpulist")}, memory {Quantity.Bytes(Memory(machine, node))}");
        }
        if (machine.Number("/proc/sys/kernel/numa_balancing") is > 0)
        {
            yield return Finding.Warning(Section, "numa.balancing", "the kernel moves memory between nodes while programs run, and stops them for it.", "sysctl -w kernel.numa_balancing=0");
        }
    }

    public static IReadOnlyList<int> Nodes(MachineFiles machine) => NumberList.Parse(machine.Text(Folder + "/online"));

    /// <summary>In bytes.</summary>
    public static long Memory(MachineFiles machine, int node) =>
        // "Node 0 MemTotal:       65536 kB"
        machine.Lines($"{Folder}/node{node}/meminfo").FirstOrDefault(static l => l.Contains("MemTotal:", StringComparison.Ordinal)) is { } line
        && long.TryParse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], NumberStyles.None, CultureInfo.InvariantCulture, out long kilobytes)
            ? kilobytes << 10
            : 0;
}
