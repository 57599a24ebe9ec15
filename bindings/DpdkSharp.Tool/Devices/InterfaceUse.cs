using System.Globalization;
using DpdkSharp.Tool.Machine;

namespace DpdkSharp.Tool.Devices;

/// <summary>Why the kernel needs a network interface: whoever takes its device away cuts these off.</summary>
internal static class InterfaceUse
{
    private const int Up = 1;

    /// <summary>Each reason in a few words; none when nothing is lost with it.</summary>
    public static IEnumerable<string> Of(MachineFiles machine, string name)
    {
        string folder = "/sys/class/net/" + name;
        int routes = machine.Lines("/proc/net/route").Count(l => Field(l, 0) == name);
        // Each interface that is up has local and multicast routes; those count that lead to somebody.
        int routes6 = machine.Lines("/proc/net/ipv6_route").Count(l => Field(l, -1) == name && Field(l, 1) != "80" && !l.StartsWith("ff", StringComparison.Ordinal) && !l.StartsWith("fe80", StringComparison.Ordinal));
        if (routes + routes6 > 0)
        {
            yield return $"{name} has {routes + routes6} route{(routes + routes6 == 1 ? "" : "s")}";
        }
        if (machine.LinkName(folder + "/master") is { } master)
        {
            yield return $"{name} is part of {master}";
        }
        foreach (string upper in machine.Names(folder).Where(static n => n.StartsWith("upper_", StringComparison.Ordinal)).Select(static n => n["upper_".Length..]).Where(u => u != machine.LinkName(folder + "/master")))
        {
            yield return $"{upper} is on {name}";
        }
        if (routes + routes6 == 0 && IsUp(machine, folder))
        {
            yield return $"{name} is up";
        }
    }

    private static bool IsUp(MachineFiles machine, string folder) =>
        machine.Text(folder + "/flags") is { } flags && flags.StartsWith("0x", StringComparison.Ordinal)
        && int.TryParse(flags.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int bits) && (bits & Up) != 0;

    private static string? Field(string line, int index)
    {
        string[] fields = line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return fields.ElementAtOrDefault(index < 0 ? fields.Length + index : index);
    }
}
