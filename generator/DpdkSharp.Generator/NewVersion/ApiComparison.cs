using System.Globalization;
using DpdkSharp.Generator.Model;

namespace DpdkSharp.Generator.NewVersion;

/// <summary>
/// What changed in the API from one DPDK version to another. A declaration may have changed in more than one way: each is told.
/// </summary>
internal sealed class ApiComparison
{
    private readonly Dictionary<string, Place> _before;
    private readonly Dictionary<string, Place> _after;
    private readonly List<ApiChange> _changes = [];

    private ApiComparison(DpdkVersion before, DpdkVersion after)
    {
        _before = Places(before);
        _after = Places(after);
    }

    /// <summary>The differences in the order of the newer version's headers, and last what it no longer has.</summary>
    public static IReadOnlyList<ApiChange> Compare(DpdkVersion before, DpdkVersion after)
    {
        var comparison = new ApiComparison(before, after);
        foreach ((string key, Place now) in comparison._after)
        {
            if (comparison._before.TryGetValue(key, out Place? then))
            {
                comparison.CompareBoth(then, now);
            }
            else
            {
                comparison.Note(now, ApiChangeKind.Added, string.Empty);
            }
        }
        foreach ((string key, Place then) in comparison._before)
        {
            if (!comparison._after.ContainsKey(key))
            {
                comparison.Note(then, ApiChangeKind.Removed, string.Empty);
            }
        }
        return comparison._changes;
    }

    private void CompareBoth(Place then, Place now)
    {
        if (then.Header != now.Header || then.Library != now.Library)
        {
            Note(now, ApiChangeKind.Moved, $"{then.Library}/{then.Header} -> {now.Library}/{now.Header}");
        }
        switch (then.Item, now.Item)
        {
            case (RecordDeclaration a, RecordDeclaration b):
                CompareRecords(now, a, b);
                break;
            case (FunctionDeclaration a, FunctionDeclaration b):
                CompareFunctions(now, a, b);
                break;
            case (VariableDeclaration a, VariableDeclaration b):
                Compare(now, ApiChangeKind.ChangedType, a.Type, b.Type);
                Compare(now, ApiChangeKind.Moved, Exporter(a.Library), Exporter(b.Library));
                break;
            case (TypedefDeclaration a, TypedefDeclaration b):
                Compare(now, ApiChangeKind.ChangedType, a.Type, b.Type);
                break;
            case (EnumDeclaration a, EnumDeclaration b):
                Compare(now, ApiChangeKind.ChangedType, a.Underlying, b.Underlying);
                break;
            case (EnumeratorDeclaration a, EnumeratorDeclaration b):
                Compare(now, ApiChangeKind.ChangedValue, a.Value, b.Value);
                break;
            case (MacroDeclaration a, MacroDeclaration b):
                Compare(now, ApiChangeKind.ChangedValue, Value(a), Value(b));
                break;
        }
    }

    private void CompareRecords(Place place, RecordDeclaration before, RecordDeclaration after)
    {
        if (before.Opaque || after.Opaque)
        {
            Compare(place, ApiChangeKind.ChangedType, before.Opaque ? "opaque" : "defined", after.Opaque ? "opaque" : "defined");
            return;
        }
        string fields = Fields(before, after);
        if (before.Size != after.Size)
        {
            Note(place, ApiChangeKind.Resized, string.Create(CultureInfo.InvariantCulture, $"{before.Size} -> {after.Size} bytes{(fields.Length == 0 ? string.Empty : "; ")}{fields}"));
        }
        else if (fields.Length > 0)
        {
            Note(place, ApiChangeKind.LaidOutAnew, fields);
        }
        if (before.Align != after.Align)
        {
            Note(place, ApiChangeKind.LaidOutAnew, string.Create(CultureInfo.InvariantCulture, $"aligned to {after.Align}, before to {before.Align}"));
        }
    }

    /// <summary>What happened to the fields, in words; empty when nothing did.</summary>
    private static string Fields(RecordDeclaration before, RecordDeclaration after)
    {
        Dictionary<string, FieldDeclaration> old = before.Fields.ToDictionary(static f => f.Name, StringComparer.Ordinal);
        Dictionary<string, FieldDeclaration> fresh = after.Fields.ToDictionary(static f => f.Name, StringComparer.Ordinal);
        List<string> moved = [.. after.Fields.Where(f => old.TryGetValue(f.Name, out FieldDeclaration? o) && o.OffsetBits != f.OffsetBits).Select(static f => f.Name)];
        List<string> retyped = [.. after.Fields
            .Where(f => old.TryGetValue(f.Name, out FieldDeclaration? o) && (o.Type != f.Type || o.Bits != f.Bits))
            .Select(f => $"{f.Name} ({Type(old[f.Name])} -> {Type(f)})")];
        (string Word, List<string> Names)[] parts =
        [
            ("new", [.. after.Fields.Where(f => !old.ContainsKey(f.Name)).Select(static f => f.Name)]),
            ("gone", [.. before.Fields.Where(f => !fresh.ContainsKey(f.Name)).Select(static f => f.Name)]),
            ("moved", moved),
            ("of another type", retyped),
        ];
        return string.Join("; ", parts.Where(static p => p.Names.Count > 0).Select(static p => $"{p.Word}: {string.Join(", ", p.Names)}"));

        static string Type(FieldDeclaration field) =>
            field.Bits is { } bits ? string.Create(CultureInfo.InvariantCulture, $"{field.Type}:{bits}") : field.Type;
    }

    private void CompareFunctions(Place place, FunctionDeclaration before, FunctionDeclaration after)
    {
        Compare(place, ApiChangeKind.ChangedSignature, Signature(before), Signature(after));
        Compare(place, ApiChangeKind.Moved, before.Inline ? "inline" : Exporter(before.Library), after.Inline ? "inline" : Exporter(after.Library));
        Compare(place, ApiChangeKind.ChangedMarker, Markers(before), Markers(after));
    }

    private void Compare(Place place, ApiChangeKind kind, string before, string after)
    {
        if (before != after)
        {
            Note(place, kind, $"{before} -> {after}");
        }
    }

    private void Note(Place place, ApiChangeKind kind, string what) =>
        _changes.Add(new ApiChange(place.Library, kind, $"{place.Name} ({place.Header}){(what.Length == 0 ? string.Empty : ": ")}{what}"));

    private static string Exporter(string? library) => library is null ? "exported by no library" : $"lib{library}";

    private static string Value(MacroDeclaration macro) =>
        macro.FunctionLike ? "function-like" : macro.Value is null ? "no value" : macro.Type == "string" ? $"\"{macro.Value}\"" : macro.Value;

    private static string Signature(FunctionDeclaration function) =>
        $"{function.Return} ({string.Join(", ", function.Parameters.Select(static p => p.Type))}{(function.Variadic ? ", ..." : string.Empty)})";

    private static string Markers(FunctionDeclaration function)
    {
        string[] markers = [.. new[] { function.Experimental ? "experimental" : null, function.Deprecated ? "deprecated" : null, function.Internal ? "internal" : null }.OfType<string>()];
        return markers.Length == 0 ? "stable" : string.Join(", ", markers);
    }

    /// <summary>Everything that has a name of its own: declarations, nested records, enumerators.</summary>
    private static Dictionary<string, Place> Places(DpdkVersion version)
    {
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (Header header in version.Headers)
        {
            foreach (Declaration declaration in header.Declarations)
            {
                Add(header, declaration);
            }
        }
        return places;

        void Add(Header header, Declaration declaration)
        {
            void Place(string key, string name, object item) => places.TryAdd(key, new Place(header.Library, header.Path, name, item));

            switch (declaration)
            {
                case EnumDeclaration @enum:
                    // An unnamed enum is nothing to a program but its enumerators.
                    if (!@enum.Anonymous)
                    {
                        Place(declaration.Key, $"enum {@enum.Name}", @enum);
                    }
                    foreach (EnumeratorDeclaration enumerator in @enum.Enumerators)
                    {
                        Place("enumerator " + enumerator.Name, $"enumerator {enumerator.Name}", enumerator);
                    }
                    break;
                case RecordDeclaration record:
                    Place(declaration.Key, $"{(record.Union ? "union" : "struct")} {record.Name}", record);
                    foreach (RecordDeclaration nested in record.Nested)
                    {
                        Add(header, nested);
                    }
                    break;
                default:
                    Place(declaration.Key, declaration.Key, declaration);
                    break;
            }
        }
    }

    /// <summary>Where something stands, and how it is named to a reader.</summary>
    private sealed record Place(string Library, string Header, string Name, object Item);
}
