using System.Globalization;
using System.Text.RegularExpressions;
using DpdkSharp.Generator.Emit;
using DpdkSharp.Generator.Extract;
using DpdkSharp.Generator.Merge;
using DpdkSharp.Generator.Model;

namespace DpdkSharp.Generator.NewVersion;

/// <summary>Adds a DPDK version to those the raw layer is generated for, all of it or nothing.</summary>
internal static partial class VersionAdder
{
    /// <summary>Extracts, merges, writes, and says what changed in the API.</summary>
    /// <param name="tree">The repository.</param>
    /// <param name="version">The version: 26.11.</param>
    /// <param name="headers">The folder under which its headers are installed.</param>
    /// <param name="libraries">The folder under which its libraries lie.</param>
    public static string Add(SourceTree tree, string version, string headers, string libraries)
    {
        if (!VersionPattern().IsMatch(version))
        {
            throw new GeneratorException($"'{version}' is no DPDK version: year and month are expected, as in 26.11.");
        }
        foreach ((string option, string folder) in new[] { ("--headers", headers), ("--libs", libraries) })
        {
            if (!Directory.Exists(folder))
            {
                throw new GeneratorException($"{option} names '{folder}', which is no folder.");
            }
        }
        Configuration configuration = Configuration.Load(tree.Configuration);
        IReadOnlyList<DpdkVersion> others = [.. tree.LoadFacts().Where(v => v.Version != version)];
        // Before the long work, where the answer is known from the version alone.
        RefuseTwin(others, version, Extractor.AbiOf(version));

        DpdkVersion facts = Extractor.Extract(version, headers, libraries, configuration, tree.StandIns(version));
        if (facts.Abi != Extractor.AbiOf(version))
        {
            throw new GeneratorException(string.Create(CultureInfo.InvariantCulture,
                $"the libraries under '{libraries}' have the ABI {facts.Abi}, and DPDK {version} has {Extractor.AbiOf(version)}: give the libraries of that version."));
        }
        if (DeclaredVersion(facts) is { } declared && declared != version)
        {
            throw new GeneratorException($"the headers under '{headers}' are those of DPDK {declared}, not of {version}.");
        }
        var merged = MergedApi.Merge([.. others, facts]);
        SortedDictionary<string, string> generated = Emitter.Emit(merged, configuration, tree.HandWritten());

        FileSet files = tree.Changes(generated);
        int changed = files.Count;
        files.Add(tree.Facts(version), facts.ToJson());
        files.Write();

        string changes = Nearest(others, facts) is { } neighbour
            ? neighbour.Abi < facts.Abi ? ChangeReport.Write(neighbour, facts) : ChangeReport.Write(facts, neighbour)
            : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"""
            {changes}{CodeEffects.Describe(others.Count == 0 ? merged : MergedApi.Merge(others), merged)}
            DPDK {version} (ABI {facts.Abi}): {facts.Headers.Count} headers, {facts.Declarations.Count()} declarations are in {Path.GetFileName(tree.Facts(version))}; {changed} generated files changed.

            """);
    }

    // The loader tells versions by the number in the libraries' names, and would not know which of the two it has found.
    private static void RefuseTwin(IReadOnlyList<DpdkVersion> others, string version, int abi)
    {
        if (others.FirstOrDefault(v => v.Abi == abi) is { } twin)
        {
            throw new GeneratorException(string.Create(CultureInfo.InvariantCulture,
                $"DPDK {version} has the ABI {abi}, as {twin.Version} has, and programs find DPDK by that number: only one of them can be known. Remove generator/abi/{twin.Version}.json to have {version} in its place."));
        }
    }

    /// <summary>The version that the headers say they are of; null where they say nothing.</summary>
    private static string? DeclaredVersion(DpdkVersion facts)
    {
        int? Value(string name) => facts.Declarations.OfType<MacroDeclaration>().FirstOrDefault(m => m.Name == name) is { Value: { } text }
            && int.TryParse(text, CultureInfo.InvariantCulture, out int value) ? value : null;

        return Value("RTE_VER_YEAR") is { } year && Value("RTE_VER_MONTH") is { } month
            ? string.Create(CultureInfo.InvariantCulture, $"{year:00}.{month:00}")
            : null;
    }

    /// <summary>The next older version, or for the oldest the next newer.</summary>
    private static DpdkVersion? Nearest(IReadOnlyList<DpdkVersion> others, DpdkVersion facts) =>
        others.Where(v => v.Abi < facts.Abi).MaxBy(static v => v.Abi) ?? others.MinBy(static v => v.Abi);

    [GeneratedRegex(@"^\d\d\.(0[1-9]|1[0-2])$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex VersionPattern();
}
