using System.Globalization;
using DpdkSharp.Generator.Merge;
using DpdkSharp.Generator.Model;

namespace DpdkSharp.Generator.Emit;

/// <summary>What all emitters share: the merged API, the names in use, what is left out, and where functions are imported from.</summary>
internal sealed class EmitContext
{
    private readonly HashSet<string> _typeNames;
    private readonly Dictionary<string, string?[]> _modules = new(StringComparer.Ordinal);
    private readonly HashSet<string> _excluded;

    /// <param name="api">What is written.</param>
    /// <param name="configuration">What is left out.</param>
    /// <param name="handWritten">The inline functions that are written in C# by hand.</param>
    public EmitContext(MergedApi api, Configuration configuration, IReadOnlySet<string> handWritten)
    {
        Api = api;
        HandWritten = handWritten;
        _excluded = configuration.Exclude.Select(static e => e.Name).ToHashSet(StringComparer.Ordinal);
        _typeNames = api.Headers.SelectMany(static h => h.Declarations)
            .Where(static d => d is MergedRecord || d.Newest is EnumDeclaration { Anonymous: false })
            .Select(static d => d.Name)
            .ToHashSet(StringComparer.Ordinal);
        // A macro that mirrors an enumerator (#define X X) says nothing the enumerator does not.
        Enumerators = api.Headers.SelectMany(static h => h.Declarations)
            .SelectMany(static d => d.Versions.OfType<EnumDeclaration>())
            .SelectMany(static e => e.Enumerators)
            .Select(static e => e.Name)
            .ToHashSet(StringComparer.Ordinal);
        Functions = api.Headers.SelectMany(static h => h.Declarations)
            .Where(static d => d.Newest is FunctionDeclaration)
            .Select(static d => d.Name)
            .ToHashSet(StringComparer.Ordinal);
    }

    public MergedApi Api { get; }

    public IReadOnlySet<string> HandWritten { get; }

    public IReadOnlySet<string> Enumerators { get; }

    public IReadOnlySet<string> Functions { get; }

    /// <summary>Import names, and the library that each one means in each version.</summary>
    public IReadOnlyDictionary<string, string?[]> Modules => _modules;

    public bool IsExcluded(string name) => _excluded.Contains(name);

    public bool IsTypeName(string name) => _typeNames.Contains(name);

    /// <summary>The forms of a function that go through the shim.</summary>
    public IEnumerable<FunctionForm> ShimForms(MergedDeclaration declaration) =>
        declaration.Newest is FunctionDeclaration && !IsExcluded(declaration.Name) ? FunctionForm.Of(Api, declaration).Where(static f => f.Shim) : [];

    /// <summary>The name to import from, given the library of each version (null where it lacks the symbol).</summary>
    public string Module(IReadOnlyList<string?> libraries)
    {
        string newest = libraries.Last(static l => l is not null)!;
        for (int i = 1; ; i++)
        {
            string name = "lib" + newest + (i == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"#{i}"));
            if (!_modules.TryGetValue(name, out string?[]? known))
            {
                _modules[name] = [.. libraries];
                return name;
            }
            if (known.Zip(libraries).All(static p => p.First is null || p.Second is null || p.First == p.Second))
            {
                for (int v = 0; v < known.Length; v++)
                {
                    known[v] ??= libraries[v];
                }
                return name;
            }
        }
    }

    /// <summary>The attribute that says which versions have a declaration; null where all do.</summary>
    public string? VersionsAttribute(int present) =>
        present == Api.AllVersions ? null : $"[DpdkVersions({string.Join(", ", VersionNames(present).Select(static v => $"\"{v}\""))})]";

    public IEnumerable<string> VersionNames(int present) =>
        Api.Versions.Where((_, i) => (present & (1 << i)) != 0).Select(static v => v.Version);

    /// <summary>An expression that picks by the loaded ABI; a single value where all are the same.</summary>
    public static string Pick(IReadOnlyList<string?> values)
    {
        string fallback = values.Last(static v => v is not null)!;
        return values.All(v => v is null || v == fallback) ? fallback : $"Abi.Pick({string.Join(", ", values.Select(v => v ?? fallback))})";
    }

    /// <summary>The statement that throws where the loaded DPDK lacks a name; null where all versions have it.</summary>
    public string? Require(int present, string name) =>
        present == Api.AllVersions ? null : string.Create(CultureInfo.InvariantCulture, $"Abi.Require({present}, \"{name}\");");
}
