namespace DpdkSharp.Tool.Telemetry;

/// <summary>Where DPDK processes leave their run-time files: a folder a file prefix, the telemetry socket in it.</summary>
internal static class RuntimeFolders
{
    private const string SocketName = "dpdk_telemetry.v2";

    /// <summary>The folders to look in: the named one, or all that DPDK takes for this user, and for root those of the others.</summary>
    public static IReadOnlyList<string> Find(string? named)
    {
        if (named is not null)
        {
            return [Path.GetFullPath(named)];
        }
        var parents = new List<string?> { Environment.GetEnvironmentVariable("RUNTIME_DIRECTORY"), "/var/run", Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") };
        if (Environment.IsPrivilegedProcess && Directory.Exists("/run/user"))
        {
            parents.AddRange(Directory.EnumerateDirectories("/run/user").Order(StringComparer.Ordinal));
        }
        parents.Add("/tmp");
        return [.. parents.Where(static p => !string.IsNullOrEmpty(p)).Select(static p => Path.Combine(p!, "dpdk")).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The telemetry sockets under the folders, by prefix.</summary>
    public static IReadOnlyList<TelemetrySocket> Sockets(IEnumerable<string> folders)
    {
        var sockets = new List<TelemetrySocket>();
        foreach (string folder in folders)
        {
            foreach (string process in Entries(folder, directories: true))
            {
                // Programs that share nothing (--in-memory) have one folder, and a number behind the name.
                sockets.AddRange(Entries(process, directories: false)
                    .Where(static s => Path.GetFileName(s) is { } name && (name == SocketName || name.StartsWith(SocketName + ":", StringComparison.Ordinal)))
                    .Select(s => new TelemetrySocket(Path.GetFileName(process), s)));
            }
        }
        return sockets;
    }

    private static string[] Entries(string folder, bool directories)
    {
        try
        {
            return [.. (directories ? Directory.EnumerateDirectories(folder) : Directory.EnumerateFiles(folder)).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
