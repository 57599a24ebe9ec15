using DpdkSharp.Generator.Model;

namespace DpdkSharp.Generator.Merge;

/// <summary>A field of a merged record, or one form of it where its type differs between versions.</summary>
internal sealed class MergedField(string name, FieldDeclaration declaration, FieldShape shape, int version)
{
    private readonly SortedDictionary<int, (FieldDeclaration Declaration, FieldShape Shape)> _versions = new() { [version] = (declaration, shape) };

    /// <summary>The name in C#; it carries a version where another form has the plain name.</summary>
    public string Name => name;

    public FieldShape Shape => shape;

    /// <summary>The newest version that has this form.</summary>
    public int Version => version;

    /// <summary>The name in C.</summary>
    public string SourceName => declaration.Name;

    /// <summary>The width of a bit-field.</summary>
    public int? Bits => declaration.Bits;

    public long OffsetBits => declaration.OffsetBits;

    public CType Type => CType.Parse(declaration.Type);

    /// <summary>A bit a version that has this form.</summary>
    public int Present => _versions.Keys.Sum(static v => 1 << v);

    /// <summary>The same place and length in all versions that have it.</summary>
    public bool SameEverywhere => _versions.Values.All(v => v.Declaration.OffsetBits == OffsetBits && (v.Shape.Size == shape.Size || v.Shape.Kind == FieldKind.Flexible));

    /// <summary>The primitive type that a bit-field was declared with.</summary>
    public string UnitType => Shape.Type is "bool" or "byte" or "sbyte" or "short" or "ushort" or "int" or "long" or "ulong" ? Shape.Type : "uint";

    public FieldDeclaration? In(int version) => _versions.TryGetValue(version, out var v) ? v.Declaration : null;

    public FieldShape ShapeIn(int version) => _versions[version].Shape;

    /// <summary>True when what an older version declares needs no form of its own.</summary>
    public bool Accepts(FieldDeclaration older, FieldShape olderShape) =>
        older.Bits == Bits
        && (olderShape.IsLike(shape)
            // The same bytes under another type (16 bytes that became a record), or a zero-length marker that became
            // a field: the newer form says it just as well.
            || (older.OffsetBits == OffsetBits && (olderShape.Size == shape.Size || olderShape.Kind == FieldKind.Flexible)));

    /// <summary>True when reading either form gives the bytes of the other.</summary>
    public bool IsInterchangeable(MergedField other) =>
        this == other || (OffsetBits == other.OffsetBits && (Shape.Kind == FieldKind.Flexible || other.Shape.Kind == FieldKind.Flexible));

    public void Add(int olderVersion, FieldDeclaration older, FieldShape olderShape) => _versions[olderVersion] = (older, olderShape);
}
