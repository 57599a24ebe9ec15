using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace DpdkSharp.Generator.Extract;

/// <summary>Which library exports which symbol, read with binutils' <c>nm</c> from shared or static libraries.</summary>
internal sealed partial class SymbolTable
{
    private readonly Dictionary<string, string> _libraryOf = new(StringComparer.Ordinal);

    /// <summary>The ABI number in the shared libraries' names (librte_eal.so.23.0: 23); null where there are only static ones.</summary>
    public int? Abi { get; private set; }

    /// <summary>All libraries that export something.</summary>
    public IEnumerable<string> Libraries => _libraryOf.Values.Distinct(StringComparer.Ordinal);

    public string? LibraryOf(string symbol) => _libraryOf.GetValueOrDefault(symbol);

    public static SymbolTable Read(string folder)
    {
        var table = new SymbolTable();
        // Shared libraries say exactly what is exported; static ones stand in where a distribution ships no others.
        // Development links (librte_eal.so) and soname links lead to files that are read anyway.
        var files = Directory.EnumerateFiles(folder, "librte_*", SearchOption.AllDirectories)
            .Where(static f => new FileInfo(f).LinkTarget is null)
            .OrderBy(static f => Path.GetFileName(f), StringComparer.Ordinal)
            .ToList();
        List<string> libraries = [.. files.Where(static f => SharedName().IsMatch(Path.GetFileName(f)))];
        if (libraries.Count == 0)
        {
            libraries = [.. files.Where(static f => f.EndsWith(".a", StringComparison.Ordinal))];
        }
        if (libraries.Count == 0)
        {
            throw new GeneratorException($"no DPDK libraries (librte_*.so.* or librte_*.a) were found under '{folder}'.");
        }
        foreach (string file in libraries)
        {
            Match name = SharedName().Match(Path.GetFileName(file));
            if (name.Success && name.Groups["library"].Value == "rte_eal")
            {
                table.Abi = int.Parse(name.Groups["abi"].Value, CultureInfo.InvariantCulture);
            }
            string library = name.Success ? name.Groups["library"].Value : Path.GetFileNameWithoutExtension(file)["lib".Length..];
            foreach (string symbol in Symbols(file, name.Success))
            {
                table._libraryOf.TryAdd(symbol, library);
            }
        }
        return table;
    }

    private static IEnumerable<string> Symbols(string file, bool shared)
    {
        using Process process = StartNm(file, shared);
        Task<string> errors = process.StandardError.ReadToEndAsync();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            string name = line.Split(' ', 2)[0];
            int version = name.IndexOf('@', StringComparison.Ordinal);
            if (version < 0)
            {
                yield return name;
            }
            else if (!name.EndsWith("@@INTERNAL", StringComparison.Ordinal))
            {
                yield return name[..version];
            }
        }
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new GeneratorException($"nm failed on {file}: {errors.Result.Trim()}");
        }
    }

    private static Process StartNm(string file, bool shared)
    {
        const string Missing = "'nm' could not be started: install the package binutils.";
        try
        {
            return Process.Start(new ProcessStartInfo("nm", [shared ? "-D" : "-g", "--defined-only", "--format=posix", file])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }) ?? throw new GeneratorException(Missing);
        }
        catch (Win32Exception e)
        {
            throw new GeneratorException($"{Missing} ({e.Message})");
        }
    }

    // librte_eal.so.23.0 has the ABI 23; librte_eal.so.23 as the file itself occurs in builds by hand.
    [GeneratedRegex(@"^lib(?<library>rte_\w+)\.so\.(?<abi>\d+)(\.\d+)*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SharedName();
}
