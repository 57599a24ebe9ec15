using System.Globalization;
using System.Text.RegularExpressions;
using DpdkSharp.Tool.Machine;

namespace DpdkSharp.Tool.Doctor;

/// <summary>What this user may do: as root everything, as another what files and limits allow.</summary>
internal static partial class PermissionChecks
{
    private const string Section = "Permissions";

    // Bits of the capability sets in /proc/self/status.
    private const int IpcLock = 14;
    private const int NetAdmin = 12;
    private const int SysAdmin = 21;

    public static IEnumerable<Finding> Examine(MachineFiles machine)
    {
        IReadOnlyList<string> status = machine.Lines("/proc/self/status");
        bool root = Field(status, "Uid:") is { } uid && uid.Split('\t', ' ') is [_, "0", ..];
        ulong capabilities = ulong.TryParse(Field(status, "CapEff:"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong set) ? set : 0;
        bool Has(int capability) => (capabilities & (1UL << capability)) != 0;
        if (root)
        {
            int[] lacking = [.. new[] { NetAdmin, IpcLock, SysAdmin }.Where(c => !Has(c))];
            yield return lacking.Length == 0
                ? Finding.Ok(Section, "permissions.user", "root, with all capabilities that DPDK uses")
                : Finding.Warning(
                    Section, "permissions.user", $"root without {string.Join(", ", lacking.Select(Name))}: a container, probably. Physical addresses, locked memory or network devices may be out of reach.",
                    $"start the container with {string.Join(' ', lacking.Select(static c => "--cap-add " + Name(c)[4..]))}");
        }
        else
        {
            yield return Finding.Warning(
                Section, "permissions.user", $"an ordinary user{(Has(NetAdmin) ? " with CAP_NET_ADMIN" : "")}: network cards work by vfio with an IOMMU and rights on /dev/vfio and the huge pages; net_tap and net_af_packet need CAP_NET_ADMIN or CAP_NET_RAW.",
                "run as root, or: setcap cap_net_admin,cap_net_raw,cap_ipc_lock+ep PROGRAM");
            foreach (string mount in machine.Lines("/proc/mounts").Select(static l => l.Split(' ')).Where(static f => f.Length > 2 && f[2] == "hugetlbfs").Select(static f => f[1]))
            {
                yield return NativeMethods.CanWrite(machine.PathOf(mount))
                    ? Finding.Ok(Section, "permissions.hugepages", $"{mount} can be written to")
                    : Finding.Problem(Section, "permissions.hugepages", $"{mount} cannot be written to: no huge pages for this user.", $"as root: chmod 1777 {mount}, or mount a hugetlbfs with -o uid={Field(status, "Uid:")?.Split('\t', ' ')[0]} elsewhere and name it by --huge-dir");
            }
            foreach (string group in machine.Names("/dev/vfio").Where(static n => n is not ("vfio" or "devices")))
            {
                yield return NativeMethods.CanWrite(machine.PathOf("/dev/vfio/" + group))
                    ? Finding.Ok(Section, "permissions.vfio", $"/dev/vfio/{group} can be opened")
                    : Finding.Problem(Section, "permissions.vfio", $"/dev/vfio/{group} cannot be opened: its device is out of reach for this user.", $"as root: chown $USER /dev/vfio/{group}");
            }
        }
        string? memlock = MemoryLock().Match(machine.Text("/proc/self/limits") ?? string.Empty) is { Success: true } match ? match.Groups["soft"].Value : null;
        if (memlock is not null)
        {
            bool limited = memlock != "unlimited" && !Has(IpcLock);
            yield return limited
                ? Finding.Warning(
                    Section, "permissions.memlock", $"only {long.Parse(memlock, CultureInfo.InvariantCulture) >> 10} kB of memory may be locked: vfio maps no more than that for a device.",
                    "ulimit -l unlimited (in /etc/security/limits.conf: * - memlock unlimited)")
                : Finding.Ok(Section, "permissions.memlock", memlock == "unlimited" ? "memory may be locked without limit" : "memory may be locked without limit (CAP_IPC_LOCK)");
        }
    }

    private static string? Field(IReadOnlyList<string> status, string name) =>
        status.FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal))?[name.Length..].Trim();

    private static string Name(int capability) => capability switch { NetAdmin => "CAP_NET_ADMIN", IpcLock => "CAP_IPC_LOCK", _ => "CAP_SYS_ADMIN" };

    [GeneratedRegex(@"^Max locked memory\s+(?<soft>\S+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex MemoryLock();
}
