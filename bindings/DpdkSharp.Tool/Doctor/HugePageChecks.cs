using System.Globalization;
using DpdkSharp.Tool.Machine;
using DpdkSharp.Tool.Output;

namespace DpdkSharp.Tool.Doctor;

/// <summary>Huge pages: how many of which size are reserved and free on which NUMA node, and where they are mounted.</summary>
internal static class HugePageChecks
{
    private const string Section = "Huge pages";
    private const string Sizes = "/sys/kernel/mm/hugepages";
    private const long Enough = 256L << 20;

    public static IEnumerable<Finding> Examine(MachineFiles machine)
    {
        long[] sizes = [.. machine.Names(Sizes).Select(SizeOf).OfType<long>().Order()];
        if (sizes.Length == 0)
        {
            yield return Finding.Problem(Section, "hugepages.support", "the kernel has no huge pages.", "run programs with --no-huge -m 512, or use a kernel with CONFIG_HUGETLBFS");
            yield break;
        }
        long reserved = 0;
        foreach (long size in sizes)
        {
            string folder = $"{Sizes}/hugepages-{size >> 10}kB";
            long all = machine.Number(folder + "/nr_hugepages") ?? 0;
            long free = machine.Number(folder + "/free_hugepages") ?? 0;
            reserved += all * size;
            if (all > 0)
            {
                yield return Finding.Ok(Section, "hugepages.size", $"{Quantity.Bytes(size)}: {all} reserved ({Quantity.Bytes(all * size)}), {free} free{Nodes(machine, size)}");
                if (free == 0)
                {
                    yield return Finding.Warning(
                        Section, "hugepages.free", $"no page of {Quantity.Bytes(size)} is free: another program has them, or files of one that ended are left.",
                        "dpdksharp processes shows who runs; files named *map_* in the mount's folder that belong to nobody can be removed");
                }
                foreach (int node in EmptyNodes(machine, size))
                {
                    yield return Finding.Warning(
                        Section, "hugepages.node", $"NUMA node {node} has no page of {Quantity.Bytes(size)}: ports and lcores there use memory of another node.",
                        $"echo 512 > /sys/devices/system/node/node{node}/hugepages/hugepages-{size >> 10}kB/nr_hugepages");
                }
            }
            else
            {
                yield return Finding.Ok(Section, "hugepages.size", $"{Quantity.Bytes(size)}: none reserved");
            }
        }
        const string Reserve = "sysctl -w vm.nr_hugepages=512 (1 GB in pages of 2 MB; in a file under /etc/sysctl.d for every start)";
        if (reserved == 0)
        {
            yield return Finding.Problem(Section, "hugepages.reserved", "no huge pages are reserved: programs start with --no-huge only, which no network card can be used with but by IOMMU.", Reserve);
        }
        else if (reserved < Enough)
        {
            yield return Finding.Warning(Section, "hugepages.reserved", $"{Quantity.Bytes(reserved)} are reserved; programs want {Quantity.Bytes(Enough)} and more.", Reserve);
        }
        string[] mounts = [.. machine.Lines("/proc/mounts").Select(static l => l.Split(' ')).Where(static f => f.Length > 3 && f[2] == "hugetlbfs").Select(static f => $"{f[1]}{PageSize(f[3])}")];
        yield return mounts.Length > 0
            ? Finding.Ok(Section, "hugepages.mount", "hugetlbfs is mounted at " + string.Join(", ", mounts))
            : (reserved > 0 ? Finding.Problem : (Func<string, string, string, string, Finding>)Finding.Warning)(
                Section, "hugepages.mount", "hugetlbfs is mounted nowhere: only programs with --in-memory find the pages.", "mkdir -p /dev/hugepages && mount -t hugetlbfs nodev /dev/hugepages");
    }

    private static long? SizeOf(string folder) =>
        folder.StartsWith("hugepages-", StringComparison.Ordinal) && folder.EndsWith("kB", StringComparison.Ordinal)
        && long.TryParse(folder.AsSpan("hugepages-".Length, folder.Length - "hugepages-".Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out long kilobytes)
            ? kilobytes << 10
            : null;

    private static string Nodes(MachineFiles machine, long size)
    {
        IReadOnlyList<int> nodes = NumaChecks.Nodes(machine);
        return nodes.Count < 2 ? string.Empty : "; " + string.Join(", ", nodes.Select(n => $"node {n}: {OnNode(machine, n, size)}"));
    }

    private static IEnumerable<int> EmptyNodes(MachineFiles machine, long size) =>
        NumaChecks.Nodes(machine) is { Count: > 1 } nodes ? nodes.Where(n => OnNode(machine, n, size) == 0 && NumaChecks.Memory(machine, n) > 0) : [];

    private static long OnNode(MachineFiles machine, int node, long size) =>
        machine.Number($"/sys/devices/system/node/node{node}/hugepages/hugepages-{size >> 10}kB/nr_hugepages") ?? 0;

    private static string PageSize(string options) =>
        options.Split(',').FirstOrDefault(static o => o.StartsWith("pagesize=", StringComparison.Ordinal)) is { } size ? $" (pages of {size["pagesize=".Length..]}B)" : string.Empty;
}
