using DpdkSharp.Testing;

namespace DpdkSharp.TestKit;

/// <summary>EAL arguments for a process that needs no huge pages, no NIC, and does not meet any other DPDK process.</summary>
public static class EalArguments
{
    /// <summary>The arguments, without the program name.</summary>
    /// <param name="lcores">How many lcores, at most as many as this process may run on.</param>
    /// <param name="vdevs">One <c>--vdev</c> each, e.g. "net_null0".</param>
    public static IReadOnlyList<string> Isolated(int lcores, params IReadOnlyList<string> vdevs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lcores, 1);
        var allowed = AllowedCpus.Read();
        if (lcores > allowed.Count)
        {
            throw new RequirementMissingException($"{lcores} processor cores are needed; this process may run on {allowed.Count}.");
        }

        return
        [
            "-l", string.Join(',', allowed.Take(lcores)),
            "--no-huge", "-m", "512", "--no-shconf", "--no-pci", "--no-telemetry", "--file-prefix", UniqueFilePrefix(),
            .. vdevs.SelectMany(vdev => (string[])["--vdev", vdev]),
        ];
    }

    /// <summary>A value for <c>--file-prefix</c>; what EAL leaves under it is removed when this process ends.</summary>
    public static string UniqueFilePrefix()
    {
        var prefix = UniqueName.Next("dpdk");
        // EAL leaves an empty folder of that name behind, whatever ends it.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => RemoveRuntimeFolder(prefix);
        return prefix;
    }

    private static void RemoveRuntimeFolder(string prefix)
    {
        var parent = Environment.IsPrivilegedProcess ? "/var/run" : Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") ?? "/tmp";
        var folder = Path.Combine(parent, "dpdk", prefix);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
