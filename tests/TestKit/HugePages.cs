using System.Globalization;

namespace DpdkSharp.TestKit;

/// <summary>Huge pages for programs that share their memory, with a mount of their own; disposing gives all back.</summary>
public sealed class HugePages : IDisposable
{
    private const string CountFile = "/proc/sys/vm/nr_hugepages";

    private readonly string _before;

    /// <summary>Reserves pages of the kernel's usual size (2 MB), and mounts a file system of them.</summary>
    /// <param name="count">How many.</param>
    /// <exception cref="RequirementMissingException">Not root, or the kernel does not have so many.</exception>
    public HugePages(int count)
    {
        Requirements.Root("reserving huge pages");
        string mount = Requirements.Program("mount", "mount");
        _before = File.ReadAllText(CountFile).Trim();
        Folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), UniqueName.Next("huge"))).FullName;
        try
        {
            ChildProcess.RunChecked(mount, "-t", "hugetlbfs", "none", Folder);
        }
        catch
        {
            Directory.Delete(Folder);
            throw;
        }
        int wanted = int.Parse(_before, CultureInfo.InvariantCulture) + count;
        File.WriteAllText(CountFile, wanted.ToString(CultureInfo.InvariantCulture));
        if (int.Parse(File.ReadAllText(CountFile), CultureInfo.InvariantCulture) < wanted)
        {
            Dispose();
            throw new RequirementMissingException($"{count} huge pages are needed, and the kernel does not have them.");
        }
    }

    /// <summary>The mounted folder, for <c>--huge-dir</c>.</summary>
    public string Folder { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        ChildProcess.RunChecked(Requirements.Program("umount", "mount"), Folder);
        File.WriteAllText(CountFile, _before);
        Directory.Delete(Folder);
    }
}
