namespace DpdkSharp.Interop.Tests.Loading;

/// <summary>A folder that looks like a DPDK: links to the libraries that are installed, and what a test changes.</summary>
internal sealed class InstallationFolder : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("dpdk").FullName;

    /// <summary>The installed library itself, by its name without version.</summary>
    public static string Real(string library) =>
        System.IO.Path.Combine(DpdkRuntime.LibraryFolder!, $"{library}.so.{DpdkRuntime.Abi!.Value.Number}");

    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    /// <summary>Every library of the loaded version, none of its drivers' folder.</summary>
    public void AddAll()
    {
        foreach (string library in Directory.EnumerateFiles(DpdkRuntime.LibraryFolder!, $"librte_*.so.{DpdkRuntime.Abi!.Value.Number}"))
        {
            // A copy of EAL, a link to each other: which EAL is loaded is told by the file behind the links.
            Add(library);
        }
    }

    public void AddEalAlone() => Add(Real("librte_eal"));

    /// <summary>Puts a copy of a file in the place of what has the name.</summary>
    public string Replace(string name, string source)
    {
        File.Delete(Path(name));
        File.Copy(source, Path(name));
        return Path(name);
    }

    public string Write(string name, string content)
    {
        File.Delete(Path(name));
        File.WriteAllText(Path(name), content);
        return Path(name);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Add(string library)
    {
        string to = Path(System.IO.Path.GetFileName(library));
        if (library == Real("librte_eal"))
        {
            File.Copy(library, to);
        }
        else
        {
            File.CreateSymbolicLink(to, library);
        }
    }
}
