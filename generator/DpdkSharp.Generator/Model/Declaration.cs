using System.Text.Json.Serialization;

namespace DpdkSharp.Generator.Model;

/// <summary>One declaration of a header, as the facts record it.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(RecordDeclaration), "record")]
[JsonDerivedType(typeof(EnumDeclaration), "enum")]
[JsonDerivedType(typeof(FunctionDeclaration), "function")]
[JsonDerivedType(typeof(VariableDeclaration), "variable")]
[JsonDerivedType(typeof(MacroDeclaration), "macro")]
[JsonDerivedType(typeof(TypedefDeclaration), "typedef")]
internal abstract record Declaration(string Name)
{
    /// <summary>What tells this declaration from all others of a version.</summary>
    [JsonIgnore]
    public abstract string Key { get; }
}

/// <summary>A struct or union. Members of anonymous members stand here themselves, at their offset in this record.</summary>
internal sealed record RecordDeclaration(
    string Name,
    bool Union,
    bool Tagged,
    int Size,
    int Align,
    IReadOnlyList<FieldDeclaration> Fields,
    IReadOnlyList<RecordDeclaration> Nested) : Declaration(Name)
{
    /// <summary>Declared but never defined in what a program may include.</summary>
    public bool Opaque { get; init; }

    [JsonIgnore]
    public override string Key => "record " + Name;
}

/// <summary>A field: its type, and where it lies, in bits from the start of the record.</summary>
internal sealed record FieldDeclaration(string Name, string Type, long OffsetBits)
{
    /// <summary>The width of a bit-field; null for an ordinary field.</summary>
    public int? Bits { get; init; }
}

/// <summary>An enum. An anonymous one is named after its first enumerator, in angle brackets.</summary>
internal sealed record EnumDeclaration(string Name, bool Tagged, string Underlying, IReadOnlyList<EnumeratorDeclaration> Enumerators) : Declaration(Name)
{
    [JsonIgnore]
    public bool Anonymous => Name.StartsWith('<');

    [JsonIgnore]
    public override string Key => "enum " + Name;
}

/// <summary>An enumerator; the value is written as the enum's signedness says.</summary>
internal sealed record EnumeratorDeclaration(string Name, string Value);

/// <summary>A function, exported by <see cref="Library"/> or <see cref="Inline"/> in the header.</summary>
internal sealed record FunctionDeclaration(string Name, string Return, IReadOnlyList<ParameterDeclaration> Parameters) : Declaration(Name)
{
    public bool Variadic { get; init; }

    public bool Inline { get; init; }

    /// <summary>The library whose symbol table has it (rte_eal); null when none has.</summary>
    public string? Library { get; init; }

    public bool Experimental { get; init; }

    public bool Internal { get; init; }

    public bool Deprecated { get; init; }

    [JsonIgnore]
    public override string Key => "function " + Name;
}

internal sealed record ParameterDeclaration(string Name, string Type);

/// <summary>A variable that a library exports.</summary>
internal sealed record VariableDeclaration(string Name, string Type) : Declaration(Name)
{
    public string? Library { get; init; }

    /// <summary>Each thread has its own.</summary>
    public bool ThreadLocal { get; init; }

    [JsonIgnore]
    public override string Key => "variable " + Name;
}

/// <summary>A macro. <see cref="Value"/> is null when it has none: it is a piece of syntax, or function-like.</summary>
internal sealed record MacroDeclaration(string Name) : Declaration(Name)
{
    public bool FunctionLike { get; init; }

    /// <summary>i32, u32, i64, u64, f64 or string.</summary>
    public string? Type { get; init; }

    public string? Value { get; init; }

    [JsonIgnore]
    public override string Key => "macro " + Name;
}

internal sealed record TypedefDeclaration(string Name, string Type) : Declaration(Name)
{
    [JsonIgnore]
    public override string Key => "typedef " + Name;
}
