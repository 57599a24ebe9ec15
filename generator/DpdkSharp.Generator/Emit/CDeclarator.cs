using System.Globalization;
using DpdkSharp.Generator.Model;

namespace DpdkSharp.Generator.Emit;

/// <summary>Writes types of the facts as C declares them.</summary>
internal sealed class CDeclarator
{
    // What C names without a keyword: records and enums that only a typedef names.
    private readonly HashSet<string> _untagged;

    public CDeclarator(DpdkVersion version) =>
        _untagged = version.Declarations
            .Where(static d => d is RecordDeclaration { Tagged: false } or EnumDeclaration { Tagged: false })
            .Select(static d => d.Name)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>The declaration of <paramref name="name"/> with this type; the type alone when the name is empty.</summary>
    public string Declare(CType type, string name) => type switch
    {
        CConst { Type: CPointer pointer } => Declare(pointer.Pointee, Behind(pointer.Pointee, "*const " + name)),
        CConst constant => "const " + Declare(constant.Type, name),
        CPointer pointer => Declare(pointer.Pointee, Behind(pointer.Pointee, "*" + name)),
        CArray array => Declare(array.Element, string.Create(CultureInfo.InvariantCulture, $"{name}[{array.Count}]")),
        CFunction function => Declare(function.Return, $"{name}({Parameters(function)})"),
        CVector vector => string.Create(CultureInfo.InvariantCulture, $"{Declare(vector.Element, string.Empty)} __attribute__((vector_size(sizeof({Declare(vector.Element, string.Empty)}) * {vector.Count}))) {name}"),
        CNamed named => Join(Keyword(named) + named.Name, name),
        CPrimitive primitive => Join(Primitive(primitive.Name), name),
        _ => throw new GeneratorException($"no C is known for '{type}'."),
    };

    private string Parameters(CFunction function)
    {
        List<string> parameters = [.. function.Parameters.Select(p => Declare(p, string.Empty))];
        if (function.Variadic)
        {
            parameters.Add("...");
        }
        return parameters.Count == 0 ? "void" : string.Join(", ", parameters);
    }

    private string Keyword(CNamed named) => named.Kind switch
    {
        CNameKind.Typedef => string.Empty,
        _ when _untagged.Contains(named.Name) => string.Empty,
        CNameKind.Struct => "struct ",
        CNameKind.Union => "union ",
        _ => "enum ",
    };

    private static string Behind(CType pointee, string declarator) => pointee.Unqualified is CArray or CFunction ? $"({declarator})" : declarator;

    private static string Join(string type, string name) => name.Length == 0 ? type : $"{type} {name}";

    private static string Primitive(string name) => name switch
    {
        "void" or "bool" or "char" or "va_list" => name,
        "i8" or "i16" or "i32" or "i64" => $"int{name[1..]}_t",
        "u8" or "u16" or "u32" or "u64" => $"uint{name[1..]}_t",
        "usize" => "size_t",
        "isize" => "ssize_t",
        "f16" => "_Float16",
        "f32" => "float",
        "f64" => "double",
        "f80" => "long double",
        "i128" => "__int128",
        "u128" => "unsigned __int128",
        _ => throw new GeneratorException($"no C is known for '{name}'."),
    };
}
