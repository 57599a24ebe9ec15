namespace DpdkSharp;

/// <summary>Makes one clear error of the many lines that EAL leaves when it refuses to start.</summary>
internal static class EalFailure
{
    // What EAL prints after it has said what is wrong; none of it is the reason.
    private static readonly string[] Noise =
    [
        "RTE Version", "log level changed", "Physical addresses are unavailable", "Detected CPU lcores", "Detected NUMA nodes", "Detected static linkage", "Detected shared linkage", "Multi-process socket", "Selected IOVA mode",
        "TELEMETRY", "VFIO support", "Usage:", "EAL common options", "EAL options", "FATAL: Invalid", "Invalid 'command line' arguments", "FATAL: Cannot init",
        "No free", "FATAL: Cannot get hugepage", "Cannot init memory",
    ];

    public static DpdkException Create(string[] arguments, int errno, (EalLogLevel Level, string Message)[] logged, string printed)
    {
        string command = arguments.Length == 0 ? "without arguments" : "with the arguments: " + string.Join(' ', arguments);
        string reason = Reason(logged, printed);
        return new DpdkException($"EAL could not start {command}. EAL says: {reason}", "rte_eal_init", errno, Advice(arguments, reason, errno));
    }

    /// <summary>The first line that tells what is wrong: of getopt on stderr, else of EAL's log, errors before what is less.</summary>
    private static string Reason((EalLogLevel Level, string Message)[] logged, string printed)
    {
        // "l2fwd: unrecognized option '--foo'" comes from the option parser, before EAL's own usage text.
        string? parser = Array.Find(Lines(printed), static l =>
            l.Contains("option", StringComparison.Ordinal) && (l.Contains("unrecognized", StringComparison.Ordinal) || l.Contains("invalid", StringComparison.Ordinal)
            || l.Contains("requires", StringComparison.Ordinal) || l.Contains("ambiguous", StringComparison.Ordinal)));
        string[] errors = Lines(logged, EalLogLevel.Error);
        string[] lines = Lines(logged, EalLogLevel.Debug);
        return (parser
            ?? Array.Find(errors, static l => !Noise.Any(n => l.Contains(n, StringComparison.OrdinalIgnoreCase)))
            ?? Array.Find(lines, static l => !Noise.Any(n => l.Contains(n, StringComparison.OrdinalIgnoreCase)))
            ?? lines.LastOrDefault()
            ?? Lines(printed).FirstOrDefault()
            ?? "nothing").Trim();
    }

    private static string[] Lines((EalLogLevel Level, string Message)[] logged, EalLogLevel least) =>
        [.. logged.Where(l => l.Level <= least).SelectMany(static l => Lines(l.Message))];

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Advice(string[] arguments, string text, int errno)
    {
        const int OutOfMemory = 12;
        bool Says(string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);
        bool hugePages = !arguments.Contains("--no-huge");
        return Says("unrecognized option") || Says("invalid option") || Says("requires an argument") || Says("unknown argument")
            ? "Check the spelling; arguments of the application itself come after \"--\"."
            : Says("cannot open shared object file") || Says("invalid ELF header") || Says("file too short") || Says("undefined symbol")
            ? arguments.Any(static a => a.StartsWith("-d", StringComparison.Ordinal))
                ? "Is it one that -d names? If not, DPDK's installation is not whole: dpdksharp doctor names what is wrong with it."
                : "DPDK's installation is not whole: reinstall it (Debian and Ubuntu: apt-get install --reinstall '~i~n^librte'); dpdksharp doctor names what is wrong with it."
            : hugePages && (Says("hugepage") || Says("hugetlbfs") || Says("huge page"))
            ? "There are no huge pages to be had: reserve some (as root: sysctl vm.nr_hugepages=512), mount hugetlbfs with rights for this user, or run with --no-huge -m 512."
            : Says("Cannot create lock") || Says("runtime dir") || Says("Permission denied") || errno == 13
            ? "The run-time files cannot be written: run as root, or set XDG_RUNTIME_DIR to a folder of this user."
            : Says("lcore") || Says("core list") || Says("coremask")
            ? $"This machine offers CPUs 0 to {Environment.ProcessorCount - 1} (fewer where the process is confined to some); choose among them with -l."
            : Says("vdev") || Says("Driver cannot attach") || Says("failed to initialize") || Says("failed to parse device") || Says("bus")
            ? $"Check the device's name and its arguments; {DriverFolder.Missing ?? "the driver's library must be among DPDK's PMDs (Debian and Ubuntu: packages librte-meta-net and librte-meta-mempool)"}."
            : Says("memseg") || errno == OutOfMemory
            ? "This machine does not have as much memory as -m asks for: ask for less."
            : Says("not compatible")
            ? "Leave one of the two options out (--no-huge implies --legacy-mem in DPDK 22.11; use --no-shconf in place of --in-memory)."
            : "Run with --log-level=lib.eal:debug to see more.";
    }
}
