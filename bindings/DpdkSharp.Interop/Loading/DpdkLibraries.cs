using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.InteropServices;

namespace DpdkSharp.Interop;

/// <summary>Finds the DPDK libraries by their versioned names and loads them when they are first called.</summary>
internal sealed class DpdkLibraries
{
    private const string VersionVariable = "DPDKSHARP_VERSION";
    private const string VersionSwitch = "DpdkSharp.Version";
    private const string FolderVariable = "DPDKSHARP_LIBRARY_PATH";
    private const string FolderSwitch = "DpdkSharp.LibraryPath";

    private readonly ConcurrentDictionary<string, nint> _handles = new(StringComparer.Ordinal);
    private readonly string? _chosenFolder;

    private DpdkLibraries(int abiIndex, string? chosenFolder, string? folder, string? reason)
    {
        AbiIndex = abiIndex;
        _chosenFolder = chosenFolder;
        Folder = folder;
        Reason = reason;
    }

    public int AbiIndex { get; }

    public string? Folder { get; }

    public string? Reason { get; }

    public static DpdkLibraries Find()
    {
        string? folder = Setting(FolderVariable, FolderSwitch);
        string? version = Setting(VersionVariable, VersionSwitch);
        DpdkAbi[] known = Abi.Known;
        int wanted = version is null ? -1 : Array.FindIndex(known, k => k.Version == version || version.StartsWith(k.Version + ".", StringComparison.Ordinal));
        if (version is not null && wanted < 0)
        {
            return new DpdkLibraries(known.Length - 1, folder, null,
                $"{VersionVariable} (or {VersionSwitch}) asks for DPDK {version}; this DpdkSharp was generated for {Names(known)}. Choose one of these, or regenerate (docs/regenerating.md).");
        }
        if (folder is not null && !Directory.Exists(folder))
        {
            return new DpdkLibraries(Math.Max(wanted, 0), folder, null,
                $"{FolderVariable} (or {FolderSwitch}) names the folder '{folder}', which does not exist.");
        }
        // Newest first: where two versions are installed, the newer one has the more complete drivers.
        for (int i = known.Length - 1; i >= 0; i--)
        {
            if (wanted >= 0 && i != wanted)
            {
                continue;
            }
            string name = FileName("librte_eal", i);
            if (NativeLibrary.TryLoad(folder is null ? name : Path.Combine(folder, name), out _))
            {
                return new DpdkLibraries(i, folder, FolderOf(name), null);
            }
        }
        return new DpdkLibraries(wanted >= 0 ? wanted : known.Length - 1, folder, null, Explain(folder, wanted));
    }

    /// <summary>The handle of a library by its import name.</summary>
    public nint Load(string import) => _handles.TryGetValue(import, out nint handle) ? handle : LoadNew(import);

    private nint LoadNew(string import)
    {
        if (Reason is not null)
        {
            throw new DpdkNotSupportedException(Reason);
        }
        string file = FileName(Abi.LibraryOf(import), AbiIndex);
        try
        {
            // The folder that librte_eal came from, so that no other version's library can slip in.
            nint handle = NativeLibrary.Load(_chosenFolder is null ? file : Path.Combine(_chosenFolder, file));
            return _handles.GetOrAdd(import, handle);
        }
        catch (DllNotFoundException e)
        {
            string package = Abi.LibraryOf(import)["lib".Length..].Replace('_', '-');
            throw new DpdkNotSupportedException(
                $"{file} of {Abi.Known[AbiIndex]} could not be loaded: {LoaderReason(e)}. On Debian and Ubuntu it is in the package lib{package}{Abi.Known[AbiIndex].Number:D}.", e);
        }
    }

    /// <summary>The handle of a library of the C shim, which has DPDK's inline functions for the version that was found.</summary>
    public nint LoadShim(string import)
    {
        if (Reason is not null)
        {
            throw new DpdkNotSupportedException(Reason);
        }
        if (_chosenFolder is not null)
        {
            // DPDK's own library brings along what the shim's functions call: the loader would not look into that folder by itself.
            _ = NativeLibrary.TryLoad(Path.Combine(_chosenFolder, FileName(import.Replace("dpdksharp_", "rte_", StringComparison.Ordinal), AbiIndex)), out _);
        }
        string file = FileName(import, AbiIndex);
        string beside = Path.Combine(AppContext.BaseDirectory, "runtimes", $"linux-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}", "native", file);
        bool there = File.Exists(beside);
        try
        {
            return there ? NativeLibrary.Load(beside) : NativeLibrary.Load(file, typeof(DpdkLibraries).Assembly, null);
        }
        catch (DllNotFoundException e)
        {
            throw new DpdkNotSupportedException(
                there || !LoaderReason(e).Contains(file + ": cannot open", StringComparison.Ordinal)
                    ? $"{file}, which has DPDK's inline functions, could not be loaded: {LoaderReason(e)}. Install the package of DPDK {Abi.Known[AbiIndex].Version} that has the missing library."
                    : $"{file} is missing, which has DPDK's inline functions for {Abi.Known[AbiIndex]}. It comes with the package DpdkSharp.Interop; in a checkout, scripts/build-native.sh makes it, and the next build takes it along.",
                e);
        }
    }

    private static string Explain(string? folder, int wanted)
    {
        string[] names = [.. Enumerable.Range(0, Abi.Known.Length).Reverse().Where(i => wanted < 0 || i == wanted).Select(static i => FileName("librte_eal", i))];
        string[] folders = folder is null ? [.. SearchFolders().Where(Directory.Exists)] : [folder];
        string[] present = [.. folders
            .SelectMany(static f => Directory.EnumerateFiles(f, "librte_eal.so.*", new EnumerationOptions { MatchType = MatchType.Simple, AttributesToSkip = default }))
            .Order(StringComparer.Ordinal)
            // A library has its full version in its file's name and links with less of it, and a folder may be a link itself: once is enough.
            .DistinctBy(FileBehind, StringComparer.Ordinal)];
        // A file that is there and does not load: the loader knows why (a library it needs is missing).
        string? broken = Array.Find(present, p => names.Contains(Path.GetFileName(p), StringComparer.Ordinal));
        if (broken is not null)
        {
            try
            {
                NativeLibrary.Free(NativeLibrary.Load(broken));
            }
            catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
            {
                return $"{broken} is there but could not be loaded: {LoaderReason(e).Replace(broken + ": ", string.Empty, StringComparison.Ordinal)}. Reinstall DPDK (Debian and Ubuntu: apt-get install --reinstall dpdk).";
            }
        }
        string others = present.Length == 0 ? "none of any version is there" : $"only {string.Join(", ", present)} {(present.Length == 1 ? "is" : "are")} there";
        string where = folder ?? $"the system's library folders ({string.Join(", ", folders)})";
        string help = (present.Length, wanted) switch
        {
            (0, < 0) => "Install DPDK (Debian and Ubuntu: apt-get install dpdk; Fedora and RHEL: dnf install dpdk)",
            (_, >= 0) => $"{VersionVariable} (or {VersionSwitch}) asks for DPDK {Abi.Known[wanted].Version}: install it, or ask for none to take what is installed",
            _ => $"This DpdkSharp was generated for {Names(Abi.Known)}: install one of these, or regenerate it for yours (scripts/generate.sh --help)",
        };
        return $"DPDK was not found: looked for {string.Join(", ", names)} in {where}; {others}. {help}, or name the folder in {FolderVariable}.";
    }

    private static string FileBehind(string path)
    {
        try
        {
            return File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        }
        catch (IOException)
        {
            // Links in a circle: nothing is behind them.
            return path;
        }
    }

    private static string FileName(string library, int abiIndex) =>
        string.Create(CultureInfo.InvariantCulture, $"{library}.so.{Abi.Known[abiIndex].Number}");

    private static string? Setting(string variable, string appContext) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : AppContext.GetData(appContext) as string;

    private static string Names(DpdkAbi[] known) => string.Join(", ", known.Select(static k => k.Version));

    // .NET's own first line says that it failed; what the loader said stands in the second.
    private static string LoaderReason(Exception e)
    {
        string[] lines = e.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines[Math.Min(1, lines.Length - 1)].TrimEnd('.');
    }

    private static IEnumerable<string> SearchFolders()
    {
        string triplet = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "aarch64-linux-gnu" : "x86_64-linux-gnu";
        string[] system = [$"/usr/local/lib/{triplet}", "/usr/local/lib", "/usr/local/lib64", $"/usr/lib/{triplet}", "/usr/lib", "/usr/lib64"];
        return (Environment.GetEnvironmentVariable("LD_LIBRARY_PATH") ?? string.Empty).Split(':', StringSplitOptions.RemoveEmptyEntries).Concat(system);
    }

    // Only the loader knows where it found a library; its map of the process says so.
    private static string? FolderOf(string file)
    {
        string stem = "/" + file;
        string? line = File.ReadLines("/proc/self/maps").FirstOrDefault(l => l.Contains(stem, StringComparison.Ordinal));
        return line is null ? null : Path.GetDirectoryName(line[line.IndexOf('/', StringComparison.Ordinal)..]);
    }
}
