using System.Globalization;
using System.Text;
using DpdkSharp.Generator.Merge;
using DpdkSharp.Generator.Model;

namespace DpdkSharp.Generator.Emit;

/// <summary>Macros with a value, and enumerators as constants of the class.</summary>
internal sealed class ConstantEmitter(EmitContext context)
{
    public bool EmitMacro(CodeWriter code, MergedDeclaration macro)
    {
        var versions = macro.Versions.Cast<MacroDeclaration?>().Select(static m => m?.Value is null ? null : m).ToList();
        if (versions.All(static v => v is null) || context.IsExcluded(macro.Name) || context.Enumerators.Contains(macro.Name)
            || context.Functions.Contains(macro.Name) || context.IsTypeName(macro.Name))
        {
            return false;
        }
        MacroDeclaration newest = versions.Last(static v => v is not null)!;
        // A text and a number cannot be one constant: the newest version says which it is.
        versions = [.. versions.Select(v => (v?.Type == "string") == (newest.Type == "string") ? v : null)];
        int present = Present(versions);
        if (newest.Type == "string")
        {
            List<string?> texts = [.. versions.Select(static v => v is null ? null : Literal(v.Value!))];
            EmitValue(code, "System.ReadOnlySpan<byte>", macro.Name, texts, present, constant: false);
            return true;
        }
        bool real = versions.Any(static v => v?.Type == "f64");
        // Where versions disagree on the type, the widest holds all values.
        string type = real ? "double" : Widest(versions.Where(static v => v is not null).Select(static v => v!.Type!));
        EmitValue(code, type, macro.Name, [.. versions.Select(v => v is null ? null : Number(v.Value!, type))], present, constant: true);
        return true;
    }

    /// <summary>The enumerators of an enum as constants, as C has them.</summary>
    public void EmitEnumerators(CodeWriter code, MergedDeclaration declaration)
    {
        foreach ((string name, string?[] values) in Values(declaration))
        {
            EnumDeclaration newest = declaration.Versions.OfType<EnumDeclaration>().Last();
            if (context.IsExcluded(name))
            {
                continue;
            }
            if (newest.Anonymous)
            {
                // In C the enumerators themselves are of type int where that holds them: shift counts, error numbers, array sizes.
                string type = Values(declaration).SelectMany(static e => e.Values).All(static v => v is null || int.TryParse(v, CultureInfo.InvariantCulture, out _)) ? "int" : EnumType(newest);
                EmitValue(code, type, name, [.. values.Select(v => v is null ? null : Number(v, type))], Present(values), constant: true);
            }
            else
            {
                string type = TypeMapper.Identifier(declaration.Name);
                bool same = IsSame(values);
                // Where a function has the enum's name, the bare name means the function.
                string qualified = context.Functions.Contains(declaration.Name) ? "Interop." + type : type;
                EmitValue(
                    code,
                    type,
                    name,
                    same ? [.. values.Select(v => v is null ? null : $"{qualified}.{TypeMapper.Identifier(name)}")] : [.. values.Select(v => v is null ? null : $"({type})({v})")],
                    Present(values),
                    constant: true);
            }
        }
    }

    public void EmitEnum(CodeWriter code, MergedDeclaration declaration)
    {
        EnumDeclaration newest = declaration.Versions.OfType<EnumDeclaration>().Last();
        code.Gap();
        if (context.VersionsAttribute(declaration.Present) is { } attribute)
        {
            code.Line(attribute);
        }
        code.Open($"public enum {TypeMapper.Identifier(declaration.Name)} : {EnumType(newest)}");
        foreach ((string name, string?[] values) in Values(declaration))
        {
            // A value that depends on the version is no constant: it stands in the class, as a property.
            if (IsSame(values))
            {
                string versions = context.VersionsAttribute(Present(values) | (context.Api.AllVersions & ~declaration.Present)) is { } only ? only + " " : string.Empty;
                code.Line($"{versions}{TypeMapper.Identifier(name)} = {values.Last(static v => v is not null)},");
            }
        }
        code.Close();
    }

    internal static string EnumType(EnumDeclaration declaration) => declaration.Underlying switch
    {
        "i8" => "sbyte",
        "u8" => "byte",
        "i16" => "short",
        "u16" => "ushort",
        "i32" => "int",
        "i64" => "long",
        "u64" => "ulong",
        _ => "uint",
    };

    private void EmitValue(CodeWriter code, string type, string name, IReadOnlyList<string?> values, int present, bool constant)
    {
        string identifier = TypeMapper.Identifier(name);
        string versions = context.VersionsAttribute(present) is { } attribute ? attribute + " " : string.Empty;
        if (IsSame(values))
        {
            string value = values.Last(static v => v is not null)!;
            code.Line(constant ? $"{versions}public const {type} {identifier} = {value};" : $"{versions}public static {type} {identifier} => {value};");
        }
        else if (context.Require(present, name) is { } require)
        {
            code.Line($"{versions}public static {type} {identifier} {{ get {{ {require} return {EmitContext.Pick(values)}; }} }}");
        }
        else if (constant)
        {
            code.Line($"{versions}public static {type} {identifier} => {EmitContext.Pick(values)};");
        }
        else
        {
            // Spans cannot pass through a generic method.
            string alternatives = string.Join(", ", values.Select(static (v, i) => string.Create(CultureInfo.InvariantCulture, $"{i} => {v}")).SkipLast(1));
            code.Line($"{versions}public static {type} {identifier} => Abi.Index switch {{ {alternatives}, _ => {values[^1]} }};");
        }
    }

    private static IEnumerable<(string Name, string?[] Values)> Values(MergedDeclaration declaration)
    {
        var names = new List<string>();
        // The newest version's order; what only older ones have follows the neighbour it had there.
        foreach (EnumDeclaration version in declaration.Versions.OfType<EnumDeclaration>().Reverse())
        {
            int position = 0;
            foreach (EnumeratorDeclaration enumerator in version.Enumerators)
            {
                int known = names.IndexOf(enumerator.Name);
                if (known < 0)
                {
                    names.Insert(position++, enumerator.Name);
                }
                else
                {
                    position = known + 1;
                }
            }
        }
        return names.Select(name => (name, declaration.Versions
            .Select(v => (v as EnumDeclaration)?.Enumerators.FirstOrDefault(e => e.Name == name)?.Value)
            .ToArray()));
    }

    private static bool IsSame(IReadOnlyList<string?> values)
    {
        string? last = values.Last(static v => v is not null);
        return values.All(v => v is null || v == last);
    }

    private static int Present<T>(IReadOnlyList<T?> values)
        where T : class => values.Select(static (v, i) => v is null ? 0 : 1 << i).Sum();

    private static string Widest(IEnumerable<string> types)
    {
        string widest = types.Aggregate(static (a, b) => int.Parse(b.AsSpan(1), CultureInfo.InvariantCulture) > int.Parse(a.AsSpan(1), CultureInfo.InvariantCulture) ? b : a);
        return widest switch
        {
            "i8" => "sbyte",
            "u8" => "byte",
            "i16" => "short",
            "u16" => "ushort",
            "i64" => "long",
            "u64" => "ulong",
            "u32" => "uint",
            _ => "int",
        };
    }

    private static string Number(string value, string type) => type switch
    {
        "double" => value.Contains('.', StringComparison.Ordinal) || value.Contains('E', StringComparison.Ordinal) ? value : value + "D",
        "uint" when value.StartsWith('-') => $"unchecked((uint)({value}))",
        "ulong" when value.StartsWith('-') => $"unchecked((ulong)({value}))",
        "int" when !int.TryParse(value, CultureInfo.InvariantCulture, out _) => $"unchecked((int){value})",
        "ulong" when value.Length > 6 => "0x" + ulong.Parse(value, CultureInfo.InvariantCulture).ToString("X", CultureInfo.InvariantCulture),
        _ => value,
    };

    private static string Literal(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (char c in text)
        {
            literal.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }
        return literal.Append("\"u8").ToString();
    }
}
