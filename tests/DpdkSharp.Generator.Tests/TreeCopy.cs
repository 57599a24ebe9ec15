using DpdkSharp.TestKit;

namespace DpdkSharp.Generator.Tests;

/// <summary>A copy of what the generator reads and writes, and of what compiles it, so that the repository is untouched.</summary>
internal sealed class TreeCopy : IDisposable
{
    private static readonly string[] Parts = ["generator/abi", "generator/dpdk.json", "generator/stand-ins", "bindings", "build", "tests/InteropProbe"];

    public TreeCopy()
    {
        foreach (string part in Parts)
        {
            Copy(Path.Combine(RepositoryPaths.Root, part));
        }
        // What all projects are built with; not the versioning, which asks git.
        foreach (string file in Directory.EnumerateFiles(RepositoryPaths.Root).Where(static f => Path.GetFileName(f) is "global.json" or ".editorconfig" or "Directory.Packages.props" or "Directory.Build.props" or "Directory.Build.targets"))
        {
            Copy(file);
        }
        Copy(Path.Combine(RepositoryPaths.Root, "tests", "Directory.Build.props"));
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("dpdksharp-tree-").FullName;

    public SourceTree Tree => new(Root);

    /// <summary>Everything that is in it: paths and texts.</summary>
    public SortedDictionary<string, string> Content()
    {
        var content = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories))
        {
            content.Add(Path.GetRelativePath(Root, file), File.ReadAllText(file));
        }
        return content;
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private void Copy(string path)
    {
        IEnumerable<string> files = Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : File.Exists(path) ? [path] : [];
        foreach (string file in files)
        {
            string target = Path.Combine(Root, Path.GetRelativePath(RepositoryPaths.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
