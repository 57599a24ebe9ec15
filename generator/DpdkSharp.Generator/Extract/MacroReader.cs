using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using ClangSharp.Interop;

namespace DpdkSharp.Generator.Extract;

/// <summary>
/// Finds the value of object-like macros. A macro has no type and no value until it is used, so each one
/// initialises a variable in a second parse; those that make no constant initialiser have no value.
/// </summary>
internal static unsafe class MacroReader
{
    private const string Prefix = "dpdksharp_macro_";
    private const string StringPrefix = "dpdksharp_string_";

    /// <param name="includes">The text that includes all headers.</param>
    /// <param name="macros">The names of the object-like macros to evaluate.</param>
    /// <param name="parse">Parses a text as the headers themselves were parsed.</param>
    public static Dictionary<string, (string Type, string Value)> Evaluate(string includes, IReadOnlyList<string> macros, Func<string, TranslationUnit> parse)
    {
        var values = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        uint firstLine = (uint)includes.Count(static c => c == '\n') + 1;
        var source = new StringBuilder(includes);
        foreach (string macro in macros)
        {
            source.Append("__auto_type ").Append(Prefix).Append(macro).Append(" = ").Append(macro).Append(";\n");
            // Only a string literal initialises an array of char; as a pointer it would not evaluate.
            source.Append("const char ").Append(StringPrefix).Append(macro).Append("[] = ").Append(macro).Append(";\n");
        }
        using TranslationUnit unit = parse(source.ToString());
        HashSet<uint> invalid = [.. unit.Errors().Select(static e => e.MainLine)];
        var lineOf = new Dictionary<string, uint>(StringComparer.Ordinal);
        for (int i = 0; i < macros.Count; i++)
        {
            lineOf[Prefix + macros[i]] = firstLine + (uint)(2 * i);
            lineOf[StringPrefix + macros[i]] = firstLine + (uint)(2 * i) + 1;
        }
        foreach (CXCursor cursor in unit.Root.Children())
        {
            if (cursor.kind != CXCursorKind.CXCursor_VarDecl)
            {
                continue;
            }
            string name = cursor.Spelling();
            if (lineOf.TryGetValue(name, out uint line) && !invalid.Contains(line) && Evaluate(cursor) is { } value)
            {
                values[name[(name.StartsWith(Prefix, StringComparison.Ordinal) ? Prefix : StringPrefix).Length..]] = value;
            }
        }
        return values;
    }

    private static (string Type, string Value)? Evaluate(CXCursor variable)
    {
        CXType type = clang.getCanonicalType(variable.Type());
        void* result = clang.Cursor_Evaluate(variable);
        if (result == null)
        {
            return null;
        }
        try
        {
            switch (clang.EvalResult_getKind(result))
            {
                case CXEvalResultKind.CXEval_Int when type.kind != CXTypeKind.CXType_Pointer:
                    return Integer(type, result);
                case CXEvalResultKind.CXEval_Float:
                    return ("f64", clang.EvalResult_getAsDouble(result).ToString("R", CultureInfo.InvariantCulture));
                case CXEvalResultKind.CXEval_StrLiteral:
                    return ("string", Marshal.PtrToStringUTF8((nint)clang.EvalResult_getAsStr(result)) ?? string.Empty);
                default:
                    return null;
            }
        }
        finally
        {
            clang.EvalResult_dispose(result);
        }
    }

    private static (string Type, string Value)? Integer(CXType type, void* result)
    {
        if (type.kind == CXTypeKind.CXType_Enum)
        {
            type = clang.getCanonicalType(clang.getEnumDeclIntegerType(clang.getTypeDeclaration(type)));
        }
        bool signed = type.kind is CXTypeKind.CXType_Int or CXTypeKind.CXType_Long or CXTypeKind.CXType_LongLong
            or CXTypeKind.CXType_Short or CXTypeKind.CXType_SChar or CXTypeKind.CXType_Char_S;
        long size = clang.Type_getSizeOf(type);
        if (size is not (1 or 2 or 4 or 8))
        {
            return null;
        }
        long bits = clang.EvalResult_isUnsignedInt(result) != 0
            ? (long)clang.EvalResult_getAsUnsigned(result)
            : clang.EvalResult_getAsLongLong(result);
        // C's promotions make an int of everything narrower; 'signed' keeps its sign, the rest fits.
        string facts = (signed ? "i" : "u") + (size == 8 ? "64" : size == 4 ? "32" : size == 2 ? "16" : "8");
        string value = signed
            ? bits.ToString(CultureInfo.InvariantCulture)
            : (size == 8 ? (ulong)bits : (ulong)bits & ((1UL << (int)(size * 8)) - 1)).ToString(CultureInfo.InvariantCulture);
        return (facts, value);
    }
}
