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

    // Boxed: .NET brings this form of the dictionary compiled, that of nint is compiled when the program starts.
    private readonly ConcurrentDictionary<string, object> _handles = new(StringComparer.Ordinal);
    private readonly string? _chosenFolder;
    private readonly string? _eal;
    private readonly int _wanted;

    // Not found yet: what to look for, and where.
    private DpdkLibraries(int wanted, string? chosenFolder)
        : this(0, wanted, chosenFolder, null, null)
    {
    }

    private DpdkLibraries(int abiIndex, int wanted, string? chosenFolder, string? eal, string? reason)
    {
        AbiIndex = abiIndex;
        _wanted = wanted;
        _chosenFolder = chosenFolder;
        _eal = eal;
        Folder = Path.GetDirectoryName(eal);
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
            return new DpdkLibraries(known.Length - 1, -1, folder, null,
                $"{VersionVariable} (or {VersionSwitch}) asks for DPDK {version}; this DpdkSharp was generated for {Names(known)}. Choose one of these, or regenerate (docs/regenerating.md).");
        }
        if (folder is not null && !Directory.Exists(folder))
        {
            return new DpdkLibraries(Math.Max(wanted, 0), wanted, folder, null,
                $"{FolderVariable} (or {FolderSwitch}) names the folder '{folder}', which does not exist.");
        }
        var libraries = new DpdkLibraries(wanted, folder);
        // Newest first: where two versions are installed, the newer one has the more complete drivers.
        for (int i = known.Length - 1; i >= 0; i--)
        {
            if (wanted >= 0 && i != wanted)
            {
                continue;
            }
            string name = FileName("librte_eal", i);
            if (!libraries.TryLoadFile(name, out nint handle))
            {
                continue;
            }
            string? path = LoadedLibrary.PathOf(handle);
            if (path is null || OtherName(path, name) is null)
            {
                return new DpdkLibraries(i, wanted, folder, path is null ? null : LibraryFolders.Behind(path), null);
            }
        }
        return new DpdkLibraries(wanted >= 0 ? wanted : known.Length - 1, wanted, folder, null, libraries.Explain());
    }

    /// <summary>The handle of a library by its import name.</summary>
    public nint Load(string import) => _handles.TryGetValue(import, out object? handle) ? (nint)handle : LoadNew(import);

    /// <summary>The handle of a library of the C shim, which has DPDK's inline functions for the version that was found.</summary>
    public nint LoadShim(string import)
    {
        if (Reason is not null)
        {
            throw new DpdkNotSupportedException(Reason);
        }
        string file = FileName(import, AbiIndex);
        string beside = Array.Find([.. ShimFolders.Select(f => Path.Combine(f, file))], File.Exists) ?? string.Empty;
        bool there = beside.Length > 0;
        if (there)
        {
            // Before it is loaded: it would ask for the libraries of its own version, and the loader would tell of these.
            if (OtherName(beside, file) is { } other)
            {
                throw new DpdkNotSupportedException($"{beside} is not the shim for {Abi.Known[AbiIndex]}: {other}. {ShimSource}");
            }
            LoadNeeded(beside, []);
        }
        try
        {
            return there ? NativeLibrary.Load(beside) : NativeLibrary.Load(file, typeof(DpdkLibraries).Assembly, null);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            string reason = LoaderReason(e, beside);
            bool missing = !there && reason.Contains(file + ": cannot open", StringComparison.Ordinal);
            throw new DpdkNotSupportedException(
                missing ? $"{file} is missing, which has DPDK's inline functions for {Abi.Known[AbiIndex]}. {ShimSource}"
                : IsMissing(reason) ? $"{file}, which has DPDK's inline functions, could not be loaded: {reason}. {PackageOf(reason, "what is missing")}"
                : $"{file}, which has DPDK's inline functions, could not be loaded: {reason}. {ShimSource}",
                e);
        }
    }

    /// <summary>What is wrong with the files of the C shim for the version that was found.</summary>
    public IReadOnlyList<DpdkFault> FindShimFaults()
    {
        int number = Abi.Known[AbiIndex].Number;
        string? folder = Array.Find(ShimFolders, f => InstallationCheck.Files(f, number, "libdpdksharp_").Any());
        return folder is null
            ? [new DpdkFault(Path.Combine(ShimFolders[0], string.Create(CultureInfo.InvariantCulture, $"libdpdksharp_*.so.{number}")), "there is none")]
            : InstallationCheck.Faults(folder, number, ((string?[])[_chosenFolder, Folder]).OfType<string>(), "libdpdksharp_");
    }

    /// <summary>Every DPDK in the folder that was named and in those that the loader looks in, newest first.</summary>
    public IReadOnlyList<DpdkInstallation> Installations()
    {
        string[] folders = [.. ((string?[])[_chosenFolder, Folder]).OfType<string>().Concat(LibraryFolders.All()).Where(Directory.Exists).DistinctBy(LibraryFolders.Behind, StringComparer.Ordinal)];
        return [.. folders
            .SelectMany(static f => InstallationCheck.Eals(f).Select(e => (Folder: f, e.Path, e.AbiNumber)))
            .DistinctBy(static e => (LibraryFolders.Behind(e.Path), e.AbiNumber))
            .OrderByDescending(static e => e.AbiNumber)
            .Select(e => new DpdkInstallation(e.Folder, e.AbiNumber, _eal is not null && LibraryFolders.Behind(e.Path) == _eal, WhyNotTaken(e.Folder, e.Path)))];
    }

    // As the package brings it, and beside a program that was published for one kind of machine.
    private static string[] ShimFolders =>
        [Path.Combine(AppContext.BaseDirectory, "runtimes", $"linux-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}", "native"), AppContext.BaseDirectory];

    private const string ShimSource = "It comes with the package DpdkSharp.Interop; in a checkout, scripts/build-native.sh makes it, and the next build takes it along.";

    private nint LoadNew(string import)
    {
        if (Reason is not null)
        {
            throw new DpdkNotSupportedException(Reason);
        }
        string file = FileName(Abi.LibraryOf(import), AbiIndex);
        // Where EAL is, the others are. Looked at before it is loaded: the loader would only say that another version's EAL is missing.
        string expected = Path.Combine(_chosenFolder ?? Folder ?? string.Empty, file);
        if (OtherName(expected, file) is { } other)
        {
            throw new DpdkNotSupportedException($"{expected} does not belong to {Abi.Known[AbiIndex]}: {other}. {Reinstall}");
        }
        if (!TryLoadFile(file, out nint handle))
        {
            string reason = WhyNotLoaded(file);
            throw new DpdkNotSupportedException($"{file} of {Abi.Known[AbiIndex]} could not be loaded: {reason}. {PackageOf(reason, file)}");
        }
        return (nint)_handles.GetOrAdd(import, (object)handle);
    }

    // From the folder that was named, with what it needs of that folder, so that no other version's library can slip in.
    private bool TryLoadFile(string file, out nint handle)
    {
        if (_chosenFolder is null)
        {
            return NativeLibrary.TryLoad(file, out handle);
        }
        string path = Path.Combine(_chosenFolder, file);
        LoadNeeded(path, []);
        return NativeLibrary.TryLoad(path, out handle);
    }

    // The loader does not look into a folder that only we know for what a library needs; what is loaded already it takes by its name.
    private void LoadNeeded(string path, HashSet<string> done)
    {
        if (_chosenFolder is null || ElfLibrary.Read(path, out _) is not { } library)
        {
            return;
        }
        foreach (string needed in library.Needed)
        {
            string there = Path.Combine(_chosenFolder, needed);
            if (done.Add(needed) && File.Exists(there))
            {
                LoadNeeded(there, done);
                // What is wrong with it, the loader says again of the library that needs it.
                _ = NativeLibrary.TryLoad(there, out _);
            }
        }
    }

    private string WhyNotLoaded(string file) =>
        WhyNotLoaded(_chosenFolder is null ? file : Path.Combine(_chosenFolder, file), [])
        // It was not there a moment ago.
        ?? "it was being installed";

    /// <summary>The loader's reason; null when it loads now.</summary>
    private static string? WhyNotLoaded(string path, HashSet<string> done)
    {
        try
        {
            NativeLibrary.Free(NativeLibrary.Load(path));
            return null;
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            string reason = LoaderReason(e, path);
            string needed = Path.Combine(Path.GetDirectoryName(path) ?? string.Empty, MissingIn(reason));
            // One that is there and cannot be loaded itself: the loader only says that it has not found it, as it does not look here.
            return IsMissing(reason) && needed != path && File.Exists(needed) && done.Add(needed) && WhyNotLoaded(needed, done) is { } behind
                ? $"{behind} ({Path.GetFileName(needed)}, which it needs)"
                : reason;
        }
    }

    /// <summary>Why a known DPDK was not taken though it comes before the one that was; null when that is not so.</summary>
    private string? WhyNotTaken(string folder, string eal)
    {
        int index = Array.FindIndex(Abi.Known, k => Path.GetFileName(eal) == string.Create(CultureInfo.InvariantCulture, $"librte_eal.so.{k.Number}"));
        bool tried = index >= 0 && (_wanted < 0 || _wanted == index) && (Reason is not null || index > AbiIndex) && (_chosenFolder is null || _chosenFolder == folder);
        return tried ? WhyNotLoadable(eal) : null;
    }

    /// <summary>Why the loader did not take a file that has the right name.</summary>
    private static string WhyNotLoadable(string eal)
    {
        if (OtherName(eal, Path.GetFileName(eal)) is { } other)
        {
            return other;
        }
        return WhyNotLoaded(eal, []) ?? "the loader does not find it by its name: run ldconfig, or add its folder to LD_LIBRARY_PATH";
    }

    private string Explain()
    {
        string[] names = [.. Enumerable.Range(0, Abi.Known.Length).Reverse().Where(i => _wanted < 0 || i == _wanted).Select(static i => FileName("librte_eal", i))];
        string[] folders = _chosenFolder is null ? LibraryFolders.All() : [_chosenFolder];
        // A library has its full version in its file's name and links with less of it: only the name that is looked for counts.
        string[] present = [.. folders.SelectMany(static f => InstallationCheck.Eals(f)).Select(static e => e.Path)];
        string[] broken = [.. present.Where(p => names.Contains(Path.GetFileName(p), StringComparer.Ordinal))];
        if (broken.Length > 0)
        {
            return $"{string.Join("; ", broken.Select(p => $"{p} is there but could not be loaded: {WhyNotLoadable(p)}"))}. {Reinstall}";
        }
        string others = present.Length == 0 ? "none of any version is there" : $"only {string.Join(", ", present)} {(present.Length == 1 ? "is" : "are")} there";
        string where = _chosenFolder ?? $"the system's library folders ({string.Join(", ", folders)})";
        string help = (present.Length, _wanted) switch
        {
            (0, < 0) => "Install DPDK (Debian and Ubuntu: apt-get install librte-meta-net librte-meta-mempool; Fedora and RHEL: dnf install dpdk)",
            (_, >= 0) => $"{VersionVariable} (or {VersionSwitch}) asks for DPDK {Abi.Known[_wanted].Version}: install it, or ask for none to take what is installed",
            _ => $"This DpdkSharp was generated for {Names(Abi.Known)}: install one of these, or regenerate it for yours (scripts/generate.sh --help)",
        };
        return $"DPDK was not found: looked for {string.Join(", ", names)} in {where}; {others}. {help}, or name the folder in {FolderVariable}.";
    }

    private const string Reinstall = "Reinstall DPDK (Debian and Ubuntu: apt-get install --reinstall '~i~n^librte').";

    /// <summary>What a file is, when it is another library than its name tells; null when it is the right one, or cannot be read.</summary>
    private static string? OtherName(string path, string file) =>
        ElfLibrary.Read(path, out _) is { } library ? InstallationCheck.OtherName(file, library) : null;

    private static bool IsMissing(string reason) => reason.Contains(": cannot open shared object file: No such file", StringComparison.Ordinal);

    private static string MissingIn(string reason) => reason.Split(':')[0].Trim();

    /// <summary>Where to get the library that the loader did not find, or what else to do.</summary>
    private static string PackageOf(string reason, string file)
    {
        if (!IsMissing(reason))
        {
            return Reinstall;
        }
        string missing = MissingIn(reason);
        int end = missing.IndexOf(".so.", StringComparison.Ordinal);
        return missing.StartsWith("librte_", StringComparison.Ordinal) && end > 0
            ? $"On Debian and Ubuntu {(missing == file ? "it" : missing)} is in the package {missing[..end].Replace('_', '-')}{(char.IsAsciiDigit(missing[end - 1]) ? "-" : string.Empty)}{missing[(end + ".so.".Length)..]}."
            : $"Install the package that has {missing}.";
    }

    private static string FileName(string library, int abiIndex) =>
        string.Create(CultureInfo.InvariantCulture, $"{library}.so.{Abi.Known[abiIndex].Number}");

    private static string? Setting(string variable, string appContext) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : AppContext.GetData(appContext) as string;

    private static string Names(DpdkAbi[] known) => string.Join(", ", known.Select(static k => k.Version));

    // .NET's own first line says that it failed; what the loader said stands in the second. Of the file that was asked for, the name is enough.
    private static string LoaderReason(Exception e, string path)
    {
        string[] lines = e.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string reason = lines[Math.Min(1, lines.Length - 1)].TrimEnd('.');
        return !reason.StartsWith(path + ": ", StringComparison.Ordinal) ? reason
            : IsMissing(reason) ? Path.GetFileName(path) + reason[path.Length..]
            : reason[(path.Length + 2)..];
    }
}
