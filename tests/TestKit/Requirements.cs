namespace DpdkSharp.TestKit;

/// <summary>What a test needs of the machine: there, or a <see cref="RequirementMissingException"/>.</summary>
public static class Requirements
{
    private static readonly string[] s_systemFolders = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"];

    /// <summary>The test makes network devices or namespaces, or the like.</summary>
    /// <param name="purpose">What root is needed for, e.g. "a veth pair".</param>
    public static void Root(string purpose)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            throw new RequirementMissingException($"{purpose} needs root: run the tests as root (scripts/test.sh).");
        }
    }

    /// <summary>The full path of a program, looked for in PATH and in the system's own folders.</summary>
    /// <param name="name">File name, e.g. "ip".</param>
    /// <param name="package">The Debian package that has it.</param>
    public static string Program(string name, string package)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        foreach (var folder in folders.Concat(s_systemFolders))
        {
            var path = Path.Combine(folder, name);
            if (File.Exists(path))
            {
                return path;
            }
        }

        throw new RequirementMissingException($"the program '{name}' is missing: install the package {package} (scripts/test.sh does).");
    }

    /// <summary>A file that a package installs; throws when it is missing.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="package">The Debian package that has it.</param>
    /// <returns>The path.</returns>
    public static string InstalledFile(string path, string package) =>
        File.Exists(path) ? path : throw new RequirementMissingException($"the file '{path}' is missing: install the package {package} (scripts/test.sh does).");
}
