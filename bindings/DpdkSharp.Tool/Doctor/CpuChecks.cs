using System.Globalization;
using DpdkSharp.Tool.Machine;

namespace DpdkSharp.Tool.Doctor;

/// <summary>CPUs: which there are, what keeps the kernel away from them, how fast they run, and how they count time.</summary>
internal static class CpuChecks
{
    private const string Section = "Cores";
    private const string Folder = "/sys/devices/system/cpu";

    public static IEnumerable<Finding> Examine(MachineFiles machine)
    {
        IReadOnlyList<int> online = NumberList.Parse(machine.Text(Folder + "/online"));
        IReadOnlyList<int> allowed = NumberList.Parse(machine.Lines("/proc/self/status").FirstOrDefault(static l => l.StartsWith("Cpus_allowed_list:", StringComparison.Ordinal))?["Cpus_allowed_list:".Length..]);
        IReadOnlyList<int> usable = allowed.Count > 0 ? [.. allowed.Intersect(online)] : online;
        string confined = usable.Count < online.Count ? $"; this process may run on {NumberList.Format(usable)}" : string.Empty;
        yield return usable.Count > 1
            ? Finding.Ok(Section, "cores.online", $"{online.Count} CPUs online ({NumberList.Format(online)}){confined}{Siblings(machine, online)}")
            : Finding.Warning(Section, "cores.online", $"one CPU only{confined}: a polling lcore leaves nothing of it to others.", "give the machine, container or process (taskset, cpuset) two or more");

        string[] flags = machine.Lines("/proc/cpuinfo").FirstOrDefault(static l => l.StartsWith("flags", StringComparison.Ordinal))?.Split(' ') ?? [];
        if (flags.Length > 0)
        {
            yield return flags.Contains("sse4_2")
                ? Finding.Ok(Section, "cores.instructions", "the instructions that distributions build DPDK for (SSE4.2) are there" + (flags.Contains("avx2") ? flags.Contains("avx512f") ? ", AVX2 and AVX-512 too" : ", AVX2 too" : ""))
                : Finding.Problem(Section, "cores.instructions", "the CPU has no SSE4.2, which distributions build DPDK for.", "in a virtual machine, choose another CPU model (host)");
            yield return flags.Contains("constant_tsc") && flags.Contains("nonstop_tsc")
                ? Finding.Ok(Section, "cores.tsc", "the time-stamp counter runs steadily")
                : Finding.Warning(Section, "cores.tsc", "the time-stamp counter may change its rate or stop: times that DPDK measures may be wrong.", "in a virtual machine, hand invtsc on to it");
        }

        IReadOnlyList<int> isolated = NumberList.Parse(machine.Text(Folder + "/isolated"));
        yield return isolated.Count > 0
            ? Finding.Ok(Section, "cores.isolated", $"isolated from the scheduler: {NumberList.Format(isolated)}")
            : Finding.Warning(Section, "cores.isolated", "no CPU is isolated: the kernel runs other threads on those that poll.", Isolate(online, "isolcpus"));
        IReadOnlyList<int> quiet = NumberList.Parse(machine.Text(Folder + "/nohz_full"));
        int[] ticking = [.. isolated.Except(quiet)];
        yield return quiet.Count > 0 && ticking.Length == 0
            ? Finding.Ok(Section, "cores.nohz_full", $"without a timer tick: {NumberList.Format(quiet)}")
            : quiet.Count > 0
            ? Finding.Warning(Section, "cores.nohz_full", $"isolated CPUs {NumberList.Format(ticking)} have a timer tick.", $"add nohz_full={NumberList.Format(isolated)} rcu_nocbs={NumberList.Format(isolated)} to the kernel's command line")
            : Finding.Warning(Section, "cores.nohz_full", "every CPU is interrupted by the timer tick.", isolated.Count > 0 ? $"add nohz_full={NumberList.Format(isolated)} rcu_nocbs={NumberList.Format(isolated)} to the kernel's command line" : Isolate(online, "nohz_full"));

        var slow = online.Select(c => (Cpu: c, Governor: machine.Text(string.Create(CultureInfo.InvariantCulture, $"{Folder}/cpu{c}/cpufreq/scaling_governor")))).Where(static c => c.Governor is not null).ToArray();
        if (slow.Length == 0)
        {
            yield return Finding.Ok(Section, "cores.governor", "the kernel does not change the CPUs' frequency");
        }
        else if (slow.Where(static c => c.Governor != "performance").ToArray() is { Length: > 0 } governed)
        {
            yield return Finding.Warning(
                Section, "cores.governor", $"CPUs {NumberList.Format(governed.Select(static c => c.Cpu))} change their frequency (governor {string.Join(", ", governed.Select(static c => c.Governor).Distinct(StringComparer.Ordinal))}).",
                "cpupower frequency-set -g performance");
        }
        else
        {
            yield return Finding.Ok(Section, "cores.governor", "all CPUs run at full frequency (governor performance)");
        }
    }

    private static string Isolate(IReadOnlyList<int> online, string option)
    {
        // The first one stays with the kernel.
        string cpus = NumberList.Format(online.Count > 1 ? online.Skip(1) : online);
        return option == "isolcpus"
            ? $"for steady rates, add isolcpus={cpus} to the kernel's command line (/etc/default/grub, update-grub, restart)"
            : $"for steady rates, add nohz_full={cpus} rcu_nocbs={cpus} to the kernel's command line";
    }

    private static string Siblings(MachineFiles machine, IReadOnlyList<int> online)
    {
        string[] pairs = [.. online
            .Select(c => NumberList.Parse(machine.Text(string.Create(CultureInfo.InvariantCulture, $"{Folder}/cpu{c}/topology/thread_siblings_list"))))
            .Where(static s => s.Count > 1)
            .Select(static s => string.Join('+', s))
            .Distinct(StringComparer.Ordinal)];
        return pairs.Length == 0 ? string.Empty : $"; hardware threads of one core: {string.Join(", ", pairs)}";
    }
}
