namespace DpdkSharp.Tool.Machine;

/// <summary>
/// The files under a root folder that tell what a machine is: /sys, /proc, /dev of this one, or a copy of another one's. What is missing or cannot be
/// read is null or empty: whoever asks decides what that means.
/// </summary>
internal sealed class MachineFiles(string root)
{
    /// <summary>The root folder: "/" for this machine.</summary>
    public string Root { get; } = Path.GetFullPath(root);

    /// <summary>True when these are the files of the machine that this process runs on.</summary>
    public bool IsThisMachine => Root == "/";

    /// <summary>Where a file of the machine is for this process.</summary>
    /// <param name="path">Its absolute path on the machine.</param>
    public string PathOf(string path) => Path.Combine(Root, path.TrimStart('/'));

    /// <summary>The file's text without blanks around it; null when it cannot be read.</summary>
    public string? Text(string path)
    {
        try
        {
            return File.ReadAllText(PathOf(path)).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The file's lines; none when it cannot be read.</summary>
    public IReadOnlyList<string> Lines(string path) => Text(path)?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The file's text as a number; null when it is none.</summary>
    public long? Number(string path) => long.TryParse(Text(path), out long number) ? number : null;

    /// <summary>A file or folder, or a link to one, is there.</summary>
    public bool Exists(string path) => Path.Exists(PathOf(path));

    /// <summary>The names of what is in a folder, in order; none when it cannot be read.</summary>
    public IReadOnlyList<string> Names(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(PathOf(folder)).Select(static p => Path.GetFileName(p)).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The last part of what a link points to (sysfs: the driver's name, a group's number); null when it is no link.</summary>
    public string? LinkName(string path)
    {
        try
        {
            return File.ResolveLinkTarget(PathOf(path), returnFinalTarget: false) is { } target ? Path.GetFileName(target.FullName) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Writes to a file that is there, as sysfs wants it: in one piece, without replacing the file.</summary>
    /// <exception cref="IOException">The kernel refuses.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not.</exception>
    public void Write(string path, string text)
    {
        using var stream = new FileStream(PathOf(path), FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        stream.Write(System.Text.Encoding.ASCII.GetBytes(text + "\n"));
    }
}
