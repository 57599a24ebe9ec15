namespace DpdkSharp.TestKit;

/// <summary>Where things are in the working tree that the tests were built from.</summary>
public static class RepositoryPaths
{
    /// <summary>The folder of DpdkSharp.sln.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>samples/captures</summary>
    public static string Captures => Path.Combine(Root, "samples", "captures");

    /// <summary>The shipped capture of real traffic: see samples/captures/README.md.</summary>
    public static string MixedCapture => Path.Combine(Captures, "mixed.pcap");

    /// <summary>scripts</summary>
    public static string Scripts => Path.Combine(Root, "scripts");

    /// <summary>artifacts: where builds and tests write.</summary>
    public static string Artifacts => Path.Combine(Root, "artifacts");

    /// <summary>The configuration these tests were built in, as the folders under artifacts/bin name it: "release" or "debug".</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Name;

    private static string FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DpdkSharp.sln")) || File.Exists(Path.Combine(folder.FullName, "global.json")))
            {
                return folder.FullName;
            }
        }

        throw new RequirementMissingException($"no folder above '{start}' has a DpdkSharp.sln: the tests run from artifacts/bin of the working tree.");
    }
}
