using DpdkSharp.Generator.Model;

namespace DpdkSharp.Generator.Merge;

/// <summary>Says which C# type stands for a C type, as one DPDK version declares it.</summary>
internal sealed class TypeMapper
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default",
        "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto",
        "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out",
        "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc",
        "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort",
        "using", "virtual", "void", "volatile", "while",
    };

    private static readonly HashSet<string> FixedElements = new(StringComparer.Ordinal)
    {
        "bool", "byte", "sbyte", "short", "ushort", "int", "uint", "long", "ulong", "float", "double",
    };

    private readonly Dictionary<string, CType> _typedefs;
    private readonly Dictionary<string, EnumDeclaration> _enums;
    private readonly Dictionary<string, RecordDeclaration> _records = new(StringComparer.Ordinal);

    public TypeMapper(DpdkVersion version)
    {
        _typedefs = version.Declarations.OfType<TypedefDeclaration>().ToDictionary(static t => t.Name, static t => CType.Parse(t.Type), StringComparer.Ordinal);
        _enums = version.Declarations.OfType<EnumDeclaration>().ToDictionary(static e => e.Name, StringComparer.Ordinal);
        var open = new Stack<RecordDeclaration>(version.Declarations.OfType<RecordDeclaration>());
        while (open.TryPop(out RecordDeclaration? record))
        {
            _records.TryAdd(record.Name, record);
            foreach (RecordDeclaration nested in record.Nested)
            {
                open.Push(nested);
            }
        }
    }

    /// <summary>A name of C as C# can spell it.</summary>
    public static string Identifier(string name) => Keywords.Contains(name) ? "@" + name : name;

    /// <summary>The type behind typedefs and <c>const</c>.</summary>
    public CType Resolve(CType type) => type.Unqualified switch
    {
        CNamed { Kind: CNameKind.Typedef } named => Resolve(_typedefs[named.Name]),
        var other => other,
    };

    /// <summary>How C# declares a field of this type.</summary>
    public FieldShape Shape(CType type)
    {
        CType resolved = Resolve(type);
        if (resolved is not CArray)
        {
            return resolved is CPrimitive { Name: "f80" }
                ? new FieldShape(FieldKind.FixedArray, "byte", 16, "i1", 16)
                : new FieldShape(FieldKind.Scalar, Map(resolved), 1, CallKind(resolved), SizeOf(resolved));
        }
        long count = 1;
        while (resolved is CArray array)
        {
            if (array.Count is null or 0)
            {
                return new FieldShape(FieldKind.Flexible, Map(array.Element), 0, string.Empty, 0);
            }
            count *= array.Count.Value;
            resolved = Resolve(array.Element);
        }
        string element = Map(resolved);
        FieldKind kind = resolved is CPointer ? FieldKind.PointerArray : FixedElements.Contains(element) ? FieldKind.FixedArray : FieldKind.ValueArray;
        return new FieldShape(kind, element, (int)count, CallKind(resolved), count * SizeOf(resolved));
    }

    /// <summary>The C# type of a parameter, result, pointer target or element.</summary>
    public string Map(CType type)
    {
        switch (Resolve(type))
        {
            case CPrimitive primitive:
                return Primitive(primitive.Name);
            case CPointer pointer:
                return Resolve(pointer.Pointee) is CFunction target ? FunctionPointer(target) : Map(pointer.Pointee) + "*";
            case CFunction function:
                return FunctionPointer(function);
            case CNamed named:
                return Identifier(named.Name);
            case CArray array:
                // Behind a pointer an array is where its elements lie.
                return Map(array.Element);
            case CVector vector:
                return $"System.Runtime.Intrinsics.Vector{SizeOfPrimitive(vector.Element) * vector.Count * 8}<{Map(vector.Element)}>";
            case var other:
                throw new GeneratorException($"no C# type is known for '{other}'.");
        }
    }

    /// <summary>True when C# cannot pass a value of this type to C, however it is laid out: a vector, a long double, a 128-bit integer.</summary>
    public bool IsUnpassable(CType type) => Resolve(type) is CVector or CPrimitive { Name: "f80" or "i128" or "u128" };

    public bool IsEnum(CType type) => Resolve(type) is CNamed { Kind: CNameKind.Enum };

    /// <summary>What matters of a type for calling: its register class and size, not its name.</summary>
    public string CallKind(CType type) => Resolve(type) switch
    {
        CPrimitive { Name: "void" } => "void",
        CPrimitive { Name: "f32" or "f64" or "f16" } primitive => primitive.Name,
        CPrimitive primitive => "i" + SizeOfPrimitive(primitive),
        CPointer or CArray or CFunction => "i8",
        CNamed { Kind: CNameKind.Enum } named => "i" + (_enums.TryGetValue(named.Name, out EnumDeclaration? e) ? SizeOfPrimitive(new CPrimitive(e.Underlying)) : 4),
        var other => other.ToString(),
    };

    /// <summary>The size in bytes of a field of this type; 0 for flexible arrays and opaque records.</summary>
    public long SizeOf(CType type) => Resolve(type) switch
    {
        CPrimitive primitive => SizeOfPrimitive(primitive),
        CPointer or CFunction => 8,
        CArray array => (array.Count ?? 0) * SizeOf(array.Element),
        CVector vector => vector.Count * SizeOf(vector.Element),
        CNamed { Kind: CNameKind.Enum } named => CallKind(named)[1] - '0',
        CNamed named => _records.TryGetValue(named.Name, out RecordDeclaration? record) ? record.Size : 0,
        _ => 0,
    };

    // A function that cannot be called from C# is only an address there.
    private string FunctionPointer(CFunction function) => function.Parameters.Append(function.Return).Any(IsUnpassable)
        ? "void*"
        : $"delegate* unmanaged<{string.Join(", ", function.Parameters.Select(MapParameter).Append(Map(function.Return)))}>";

    /// <summary>The C# type of a parameter: what C declares as an array is a pointer to its first element there.</summary>
    public string MapParameter(CType type) => Resolve(type) is CArray array ? Map(array.Element) + "*" : Map(type);

    private int SizeOfPrimitive(CType type) => Resolve(type) is CPrimitive primitive
        ? primitive.Name switch
        {
            "bool" or "char" or "i8" or "u8" => 1,
            "i16" or "u16" or "f16" => 2,
            "i32" or "u32" or "f32" => 4,
            "i128" or "u128" or "f80" => 16,
            _ => 8,
        }
        : throw new GeneratorException($"'{type}' is no primitive type.");

    private static string Primitive(string name) => name switch
    {
        "void" => "void",
        "bool" => "bool",
        // Text in C is bytes, as u8 literals are in C#.
        "char" => "byte",
        "i8" => "sbyte",
        "u8" => "byte",
        "i16" => "short",
        "u16" => "ushort",
        "i32" => "int",
        "u32" => "uint",
        "i64" => "long",
        "u64" => "ulong",
        "i128" => "System.Int128",
        "u128" => "System.UInt128",
        "usize" => "nuint",
        "isize" => "nint",
        "f16" => "System.Half",
        "f32" => "float",
        "f64" => "double",
        // C# has no long double: its 16 bytes, as they are.
        "f80" => "System.UInt128",
        "va_list" => "void*",
        _ => throw new GeneratorException($"no C# type is known for '{name}'."),
    };
}

/// <summary>How a field is declared in C#.</summary>
internal enum FieldKind
{
    /// <summary>One value.</summary>
    Scalar,

    /// <summary>An array of primitives: a fixed buffer.</summary>
    FixedArray,

    /// <summary>An array of records or enums: an inline array.</summary>
    ValueArray,

    /// <summary>An array of pointers or function pointers, which C# cannot make a generic or inline array of.</summary>
    PointerArray,

    /// <summary>A flexible array or zero-length marker: a place, no storage.</summary>
    Flexible,
}

/// <summary>The C# declaration of a field, and what matters of its type beyond its name: register class and size in bytes.</summary>
internal readonly record struct FieldShape(FieldKind Kind, string Type, int Count, string Category, long Size)
{
    /// <summary>True when C# can declare both as one field: what differs is the name of a type, a sign, or a length.</summary>
    public bool IsLike(FieldShape other) => Kind == other.Kind && Category == other.Category;
}
