using System.Globalization;
using DpdkSharp.TestKit;

namespace DpdkSharp.Tool.Tests;

/// <summary>Huge pages for programs that share their memory, with a mount of their own; all is given back.</summary>
internal sealed class HugePages : IDisposable
{
    private const string Count = "/proc/sys/vm/nr_hugepages";
    private readonly TemporaryFolder _folder = new();
    private readonly string _before;

    public HugePages(int count)
    {
        Requirements.Root("reserving huge pages");
        _before = File.ReadAllText(Count).Trim();
        ChildProcess.RunChecked(Requirements.Program("mount", "mount"), "-t", "hugetlbfs", "none", _folder.Path);
        var wanted = int.Parse(_before, CultureInfo.InvariantCulture) + count;
        File.WriteAllText(Count, $"{wanted}");
        if (int.Parse(File.ReadAllText(Count), CultureInfo.InvariantCulture) < wanted)
        {
            Dispose();
            throw new RequirementMissingException($"{count} huge pages are needed, and the kernel does not have them.");
        }
    }

    public string Folder => _folder.Path;

    public void Dispose()
    {
        ChildProcess.RunChecked(Requirements.Program("umount", "mount"), _folder.Path);
        File.WriteAllText(Count, _before);
        _folder.Dispose();
    }
}
