using System.Globalization;
using System.Text;

namespace DpdkSharp.Generator.Model;

/// <summary>
/// A C type as the facts record it. The text form is what stands in <c>abi/*.json</c>:
/// <c>u32</c>, <c>ptr&lt;const&lt;struct rte_mbuf&gt;&gt;</c>, <c>array&lt;u8,6&gt;</c>, <c>fn&lt;i32;ptr&lt;void&gt;;...&gt;</c>.
/// </summary>
internal abstract record CType
{
    /// <summary>The C type <c>void</c>.</summary>
    public static readonly CType Void = new CPrimitive("void");

    /// <summary>This type without the <c>const</c> around it.</summary>
    public CType Unqualified => this is CConst c ? c.Type : this;

    public sealed override string ToString()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    public static CType Parse(string text)
    {
        int position = 0;
        CType type = ParseAt(text, ref position);
        return position == text.Length ? type : throw new FormatException($"'{text}' is no type of the facts (stopped at {position}).");
    }

    protected abstract void Write(StringBuilder text);

    private static CType ParseAt(string text, ref int position)
    {
        int start = position;
        while (position < text.Length && text[position] is not ('<' or '>' or ',' or ';'))
        {
            position++;
        }
        string word = text[start..position];
        if (position == text.Length || text[position] != '<')
        {
            int space = word.IndexOf(' ', StringComparison.Ordinal);
            return space < 0 ? new CPrimitive(word) : new CNamed(ParseKind(word[..space]), word[(space + 1)..]);
        }
        position++;
        CType result;
        if (word == "fn")
        {
            CType returnType = ParseAt(text, ref position);
            var parameters = new List<CType>();
            bool variadic = false;
            while (text[position] == ';')
            {
                position++;
                if (text.AsSpan(position).StartsWith("..."))
                {
                    variadic = true;
                    position += 3;
                    break;
                }
                parameters.Add(ParseAt(text, ref position));
            }
            result = new CFunction(returnType, parameters, variadic);
        }
        else
        {
            CType inner = ParseAt(text, ref position);
            switch (word)
            {
                case "ptr":
                    result = new CPointer(inner);
                    break;
                case "const":
                    result = new CConst(inner);
                    break;
                case "array" or "vec":
                    start = ++position;
                    position = text.IndexOf('>', position);
                    string count = text[start..position];
                    result = word == "vec"
                        ? new CVector(inner, int.Parse(count, CultureInfo.InvariantCulture))
                        : new CArray(inner, count == "*" ? null : long.Parse(count, CultureInfo.InvariantCulture));
                    break;
                default:
                    throw new FormatException($"'{text}': '{word}' is no type constructor of the facts.");
            }
        }
        if (position >= text.Length || text[position] != '>')
        {
            throw new FormatException($"'{text}': '>' expected at {position}.");
        }
        position++;
        return result;
    }

    private static CNameKind ParseKind(string word) => word switch
    {
        "struct" => CNameKind.Struct,
        "union" => CNameKind.Union,
        "enum" => CNameKind.Enum,
        "typedef" => CNameKind.Typedef,
        _ => throw new FormatException($"'{word}' is no kind of named type of the facts."),
    };
}

/// <summary>What kind of C declaration a <see cref="CNamed"/> type refers to.</summary>
internal enum CNameKind
{
    Struct,
    Union,
    Enum,
    Typedef,
}

/// <summary>A built-in type by its facts name: void, bool, char, i8 … u64, i128, u128, usize, isize, f16, f32, f64, f80, va_list.</summary>
internal sealed record CPrimitive(string Name) : CType
{
    protected override void Write(StringBuilder text) => text.Append(Name);
}

internal sealed record CPointer(CType Pointee) : CType
{
    protected override void Write(StringBuilder text) => text.Append("ptr<").Append(Pointee).Append('>');
}

internal sealed record CConst(CType Type) : CType
{
    protected override void Write(StringBuilder text) => text.Append("const<").Append(Type).Append('>');
}

/// <summary>An array; <see cref="Count"/> is null for a flexible one and 0 for a zero-length marker.</summary>
internal sealed record CArray(CType Element, long? Count) : CType
{
    protected override void Write(StringBuilder text) =>
        text.Append("array<").Append(Element).Append(',').Append(Count?.ToString(CultureInfo.InvariantCulture) ?? "*").Append('>');
}

internal sealed record CVector(CType Element, int Count) : CType
{
    protected override void Write(StringBuilder text) => text.Append(CultureInfo.InvariantCulture, $"vec<{Element},{Count}>");
}

internal sealed record CFunction(CType Return, IReadOnlyList<CType> Parameters, bool Variadic) : CType
{
    public bool Equals(CFunction? other) =>
        other is not null && Return == other.Return && Variadic == other.Variadic && Parameters.SequenceEqual(other.Parameters);

    public override int GetHashCode() => HashCode.Combine(Return, Parameters.Count, Variadic);

    protected override void Write(StringBuilder text)
    {
        text.Append("fn<").Append(Return);
        foreach (CType parameter in Parameters)
        {
            text.Append(';').Append(parameter);
        }
        text.Append(Variadic ? ";...>" : ">");
    }
}

internal sealed record CNamed(CNameKind Kind, string Name) : CType
{
    protected override void Write(StringBuilder text) =>
        text.Append(Kind switch { CNameKind.Struct => "struct ", CNameKind.Union => "union ", CNameKind.Enum => "enum ", _ => "typedef " }).Append(Name);
}
