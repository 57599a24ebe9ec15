namespace DpdkSharp.TestKit;

/// <summary>
/// A copy of a program that every user may run, with the part of the working tree that tests look for: nobody but its owner may be able to enter the tree itself.
/// </summary>
public sealed class OpenCopy : IDisposable
{
    private readonly TemporaryFolder _root = new();

    /// <summary>Makes the copy.</summary>
    /// <param name="program">A program in artifacts/bin.</param>
    public OpenCopy(string program)
    {
        string source = Path.GetDirectoryName(program)!;
        string folder = Path.Combine(_root.Path, Path.GetRelativePath(RepositoryPaths.Root, source));
        Copy(source, folder);
        Copy(RepositoryPaths.Captures, Path.Combine(_root.Path, Path.GetRelativePath(RepositoryPaths.Root, RepositoryPaths.Captures)));
        File.Copy(Path.Combine(RepositoryPaths.Root, "global.json"), Path.Combine(_root.Path, "global.json"));
        ChildProcess.RunChecked("chmod", "-R", "a+rX", _root.Path);
        Program = Path.Combine(folder, Path.GetFileName(program));
    }

    /// <summary>The program.</summary>
    public string Program { get; }

    /// <inheritdoc/>
    public void Dispose() => _root.Dispose();

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        ChildProcess.RunChecked("cp", "-r", from, to);
    }
}
