using DpdkSharp.Generator.Model;

namespace DpdkSharp.Generator;

/// <summary>What changed from one set of facts to another.</summary>
internal static class FactsComparison
{
    /// <summary>A line for each declaration that was added, removed or changed, in the order of their names.</summary>
    public static IReadOnlyList<string> Compare(DpdkVersion before, DpdkVersion after)
    {
        Dictionary<string, Declaration> old = before.Declarations.ToDictionary(static d => d.Key, StringComparer.Ordinal);
        Dictionary<string, Declaration> fresh = after.Declarations.ToDictionary(static d => d.Key, StringComparer.Ordinal);
        return [.. old.Keys.Union(fresh.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(key =>
            !fresh.TryGetValue(key, out Declaration? now) ? $"removed: {key}"
            : !old.TryGetValue(key, out Declaration? then) ? $"added: {key}"
            : Text(then) == Text(now) ? null
            : then is RecordDeclaration a && now is RecordDeclaration b && a.Size != b.Size ? $"resized: {key} ({a.Size} -> {b.Size} bytes)"
            : $"changed: {key}").OfType<string>()];
    }

    private static string Text(Declaration declaration) => System.Text.Json.JsonSerializer.Serialize(declaration, FactsJson.Default.Declaration);
}
