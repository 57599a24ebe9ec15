using DpdkSharp.Generator.Model;

namespace DpdkSharp.Generator.Merge;

/// <summary>The API of several DPDK versions as one: every declaration once, with what each version says of it.</summary>
internal sealed class MergedApi
{
    private MergedApi(IReadOnlyList<DpdkVersion> versions, IReadOnlyList<MergedHeader> headers)
    {
        Versions = versions;
        Headers = headers;
        Records = Flatten(headers).ToDictionary(static r => r.Name, StringComparer.Ordinal);
        Mappers = [.. versions.Select(v => new TypeMapper(v))];
    }

    /// <summary>Oldest first: the index into every per-version list.</summary>
    public IReadOnlyList<DpdkVersion> Versions { get; }

    public IReadOnlyList<MergedHeader> Headers { get; }

    /// <summary>All records by name, nested ones included.</summary>
    public IReadOnlyDictionary<string, MergedRecord> Records { get; }

    public IReadOnlyList<TypeMapper> Mappers { get; }

    public int AllVersions => (1 << Versions.Count) - 1;

    /// <summary>A record is uniform when every version that has it lays it out the same way; its alignment may differ.</summary>
    public bool IsUniform(MergedRecord record)
    {
        List<RecordDeclaration> layouts = [.. record.Layouts.OfType<RecordDeclaration>()];
        return layouts.TrueForAll(l => l.Size == layouts[0].Size)
            && Fields(record).GroupBy(static f => f.SourceName, StringComparer.Ordinal).All(static forms => forms.All(f => f.SameEverywhere && f.IsInterchangeable(forms.First())));
    }

    /// <summary>True when the shim takes or gives a value of this type by its address: C# cannot pass it, or its layout depends on the version.</summary>
    public bool PassesByReference(int version, CType type) => Mappers[version].IsUnpassable(type)
        || (Mappers[version].Resolve(type) is CNamed { Kind: CNameKind.Struct or CNameKind.Union } named && Records.TryGetValue(named.Name, out MergedRecord? record) && !IsUniform(record));

    /// <summary>The fields in the newest version's order; a field whose type differs between versions has a form for each type.</summary>
    public IReadOnlyList<MergedField> Fields(MergedRecord record)
    {
        var fields = new List<MergedField>();
        for (int v = record.Layouts.Count - 1; v >= 0; v--)
        {
            int position = 0;
            foreach (FieldDeclaration declaration in record.Layouts[v]?.Fields ?? [])
            {
                FieldShape shape = Mappers[v].Shape(CType.Parse(declaration.Type));
                int known = fields.FindIndex(f => f.SourceName == declaration.Name && f.Accepts(declaration, shape));
                if (known >= 0)
                {
                    fields[known].Add(v, declaration, shape);
                    position = known + 1;
                    continue;
                }
                bool taken = fields.Exists(f => f.SourceName == declaration.Name);
                // C# has no member with the name of its own type.
                string plain = declaration.Name == record.Name ? declaration.Name + "_" : declaration.Name;
                string name = taken ? $"{declaration.Name}_v{Versions[v].Version.Replace('.', '_')}" : plain;
                fields.Insert(position++, new MergedField(name, declaration, shape, v));
            }
        }
        return fields;
    }

    public static MergedApi Merge(IReadOnlyList<DpdkVersion> versions)
    {
        versions = [.. versions.OrderBy(static v => v.Abi)];
        var places = new Dictionary<string, (string Library, List<string> Order)>(StringComparer.Ordinal);
        var order = new List<string>();
        var declarations = new Dictionary<string, Declaration?[]>(StringComparer.Ordinal);
        var placed = new HashSet<string>(StringComparer.Ordinal);
        // The newest version says where a declaration belongs and in which order; what only older ones have
        // follows the neighbour it had there.
        for (int v = versions.Count - 1; v >= 0; v--)
        {
            int headerPosition = 0;
            foreach (Header header in versions[v].Headers)
            {
                if (places.TryGetValue(header.Path, out (string Library, List<string> Order) place))
                {
                    headerPosition = order.IndexOf(header.Path) + 1;
                }
                else
                {
                    place = (header.Library, []);
                    places.Add(header.Path, place);
                    order.Insert(headerPosition++, header.Path);
                }
                int position = 0;
                foreach (Declaration declaration in header.Declarations)
                {
                    string key = declaration.Key;
                    if (placed.Add(key))
                    {
                        place.Order.Insert(position++, key);
                        declarations.Add(key, new Declaration?[versions.Count]);
                    }
                    else if (place.Order.IndexOf(key) is >= 0 and int known)
                    {
                        position = known + 1;
                    }
                    declarations[key][v] = declaration;
                }
            }
        }
        List<MergedHeader> headers = [.. order.Select(path => new MergedHeader(
            places[path].Library,
            path,
            [.. places[path].Order.Select(key => Merge(key, declarations[key]))]))];
        return new MergedApi(versions, headers);
    }

    private static MergedDeclaration Merge(string key, Declaration?[] versions)
    {
        Declaration newest = versions.Last(static d => d is not null)!;
        return newest is RecordDeclaration record
            ? MergedRecord.Merge(record.Name, [.. versions.Cast<RecordDeclaration?>()])
            : new MergedDeclaration(newest.Name, newest, versions);
    }

    private static IEnumerable<MergedRecord> Flatten(IReadOnlyList<MergedHeader> headers)
    {
        var open = new Stack<MergedRecord>(headers.SelectMany(static h => h.Declarations).OfType<MergedRecord>());
        while (open.TryPop(out MergedRecord? record))
        {
            yield return record;
            foreach (MergedRecord nested in record.Nested)
            {
                open.Push(nested);
            }
        }
    }
}

/// <summary>A header of the merged API.</summary>
internal sealed record MergedHeader(string Library, string Path, IReadOnlyList<MergedDeclaration> Declarations);

/// <summary>A declaration as the newest version that has it says it, and as each version does (null where it lacks it).</summary>
internal record MergedDeclaration(string Name, Declaration Newest, IReadOnlyList<Declaration?> Versions)
{
    /// <summary>A bit a version that has it.</summary>
    public int Present => Versions.Select(static (d, i) => d is null ? 0 : 1 << i).Sum();
}

/// <summary>A record of the merged API.</summary>
internal sealed record MergedRecord(string Name, RecordDeclaration NewestRecord, IReadOnlyList<RecordDeclaration?> Layouts, IReadOnlyList<MergedRecord> Nested)
    : MergedDeclaration(Name, NewestRecord, Layouts)
{
    /// <summary>No version shows what is inside.</summary>
    public bool Opaque => Layouts.All(static l => l is null);

    public static MergedRecord Merge(string name, IReadOnlyList<RecordDeclaration?> versions)
    {
        // A version that only declares the record says nothing of its layout.
        RecordDeclaration?[] layouts = [.. versions.Select(static v => v is { Opaque: false } ? v : null)];
        RecordDeclaration newest = layouts.LastOrDefault(static l => l is not null) ?? versions.Last(static v => v is not null)!;
        var names = new List<string>();
        for (int v = layouts.Length - 1; v >= 0; v--)
        {
            names.AddRange((layouts[v]?.Nested ?? []).Select(static n => n.Name).Where(n => !names.Contains(n)));
        }
        return new MergedRecord(
            name,
            newest,
            layouts,
            [.. names.Select(n => Merge(n, [.. layouts.Select(l => l?.Nested.FirstOrDefault(x => x.Name == n))]))]);
    }
}
