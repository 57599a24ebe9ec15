using System.Globalization;
using System.Text.RegularExpressions;
using DpdkSharp.TestKit;

namespace DpdkSharp.Generator.Tests;

/// <summary>
/// A DPDK version that does not exist: another one's headers and libraries under new numbers, changed here and there as a year of
/// development would.
/// </summary>
internal sealed class PretendDpdk : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dpdksharp-pretend-").FullName;
    private readonly int _abi;

    /// <param name="version">What it pretends to be: 26.11.</param>
    /// <param name="original">What it is made of: 25.11.</param>
    public PretendDpdk(string version, string original)
    {
        _abi = Extract.Extractor.AbiOf(version);
        string source = Path.Combine(FetchedDpdk.Folder(original), "usr");
        Copy(Path.Combine(source, "include"), Headers);
        Directory.CreateDirectory(Libraries);
        foreach (string library in Directory.EnumerateFiles(Path.Combine(source, "lib"), "librte_*.so.*.0", SearchOption.AllDirectories).Where(static f => new FileInfo(f).LinkTarget is null))
        {
            string name = Path.GetFileName(library);
            File.Copy(library, Path.Combine(Libraries, name[..(name.IndexOf(".so.", StringComparison.Ordinal) + 4)] + Number));
        }
        Edit("rte_build_config.h", @"(?<=#define RTE_VER_YEAR )\d+", version[..2]);
    }

    public string Headers => Path.Combine(_folder, "include");

    public string Libraries => Path.Combine(_folder, "lib");

    private string Number => string.Create(CultureInfo.InvariantCulture, $"{_abi}.0");

    /// <summary>Replaces the one place in a header that a pattern finds.</summary>
    public void Edit(string header, string pattern, string replacement)
    {
        string path = Find(header);
        string text = File.ReadAllText(path);
        var regex = new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(5));
        Assert.Single(regex.Matches(text));
        File.WriteAllText(path, regex.Replace(text, replacement));
    }

    /// <summary>Gives a header another name, in the headers that include it too.</summary>
    public void Rename(string header, string name)
    {
        File.Move(Find(header), Path.Combine(Path.GetDirectoryName(Find(header))!, name));
        foreach (string path in Directory.EnumerateFiles(Headers, "*.h", SearchOption.AllDirectories))
        {
            string text = File.ReadAllText(path);
            string changed = text.Replace($"<{header}>", $"<{name}>", StringComparison.Ordinal).Replace($"\"{header}\"", $"\"{name}\"", StringComparison.Ordinal);
            if (changed != text)
            {
                File.WriteAllText(path, changed);
            }
        }
    }

    public void AddHeader(string name, string text) => File.WriteAllText(Path.Combine(Path.GetDirectoryName(Find("rte_eal.h"))!, name), text);

    /// <summary>Puts a library of its own beside, or in the place of, the original's.</summary>
    /// <param name="name">librte_pretend.</param>
    /// <param name="source">Its C.</param>
    public void AddLibrary(string name, string source)
    {
        string file = Path.Combine(_folder, name + ".c");
        File.WriteAllText(file, source);
        string library = Path.Combine(Libraries, $"{name}.so.{Number}");
        _ = ChildProcess.RunChecked("gcc", "-shared", "-fPIC", "-o", library, file);
    }

    /// <summary>A folder with an EAL that can do nothing but say its version.</summary>
    public string LoadableFolder(string version)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder, "loadable")).FullName;
        string file = Path.Combine(_folder, "eal.c");
        File.WriteAllText(file, $"const char *rte_version(void) {{ return \"DPDK {version}.0\"; }}\n");
        _ = ChildProcess.RunChecked("gcc", "-shared", "-fPIC", "-o", Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"librte_eal.so.{_abi}")), file);
        return folder;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Find(string header) => Directory.EnumerateFiles(Headers, header, SearchOption.AllDirectories).Single();

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
