namespace DpdkSharp.TestKit;

/// <summary>The headers and libraries of a DPDK version that need not be installed: what scripts/fetch-dpdk.sh unpacks.</summary>
public static class FetchedDpdk
{
    private static readonly Lock s_fetching = new();

    /// <summary>The folder with usr/include and usr/lib of a version; brought here when it is not there yet.</summary>
    /// <param name="version">24.11.</param>
    public static string Folder(string version)
    {
        string folder = Path.Combine(RepositoryPaths.Root, ".cache", "dpdk", version);
        lock (s_fetching)
        {
            if (!File.Exists(Path.Combine(folder, "version")))
            {
                ProcessResult fetch = ChildProcess.Run(Path.Combine(RepositoryPaths.Scripts, "fetch-dpdk.sh"), [version], TimeSpan.FromMinutes(10));
                if (fetch.ExitCode != 0)
                {
                    throw new RequirementMissingException($"the headers of DPDK {version} could not be brought here: {fetch.StandardError}");
                }
            }
        }
        return folder;
    }
}
