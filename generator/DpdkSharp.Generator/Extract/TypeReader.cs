using ClangSharp.Interop;
using DpdkSharp.Generator.Model;

namespace DpdkSharp.Generator.Extract;

/// <summary>Turns libclang's types into the facts' own, and notes which records they need.</summary>
internal sealed class TypeReader(HeaderMap headers)
{
    // Integer types whose meaning is their width or their use, not the base type a platform chose.
    private static readonly Dictionary<string, CType> SystemTypedefs = new(StringComparer.Ordinal)
    {
        ["size_t"] = new CPrimitive("usize"),
        ["ssize_t"] = new CPrimitive("isize"),
        ["uintptr_t"] = new CPrimitive("usize"),
        ["intptr_t"] = new CPrimitive("isize"),
        ["ptrdiff_t"] = new CPrimitive("isize"),
        ["va_list"] = new CPrimitive("va_list"),
        ["__builtin_va_list"] = new CPrimitive("va_list"),
        ["__gnuc_va_list"] = new CPrimitive("va_list"),
        ["FILE"] = new CNamed(CNameKind.Struct, "FILE"),
    };

    // Unnamed records and enums, by what identifies them, with the name they get here.
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Records and enums that were referred to, in order; true when their size matters (not only behind a pointer).</summary>
    public Dictionary<string, (CXCursor Cursor, bool ByValue)> Referenced { get; } = new(StringComparer.Ordinal);

    public void Name(CXCursor declaration, string name) => _names.TryAdd(declaration.Usr(), name);

    public bool IsNamed(CXCursor declaration) => clang.Cursor_isAnonymous(declaration) == 0 || _names.ContainsKey(declaration.Usr());

    public string NameOf(CXCursor declaration) =>
        _names.TryGetValue(declaration.Usr(), out string? name) ? name
        : clang.Cursor_isAnonymous(declaration) == 0 ? declaration.Spelling()
        : throw new GeneratorException($"an unnamed record of {declaration.File()} is used where no name can be made for it.");

    public CType Read(CXType type, bool byValue = true)
    {
        CType result = ReadUnqualified(type, byValue);
        return clang.isConstQualifiedType(type) != 0 && result is not CConst ? new CConst(result) : result;
    }

    private CType ReadUnqualified(CXType type, bool byValue)
    {
        switch (type.kind)
        {
            case CXTypeKind.CXType_Elaborated:
                return Read(clang.Type_getNamedType(type), byValue);
            case CXTypeKind.CXType_Typedef:
                return ReadTypedef(clang.getTypeDeclaration(type), byValue);
            case CXTypeKind.CXType_Pointer:
                return new CPointer(Read(clang.getPointeeType(type), byValue: false));
            case CXTypeKind.CXType_FunctionProto or CXTypeKind.CXType_FunctionNoProto:
                return new CFunction(
                    Read(clang.getResultType(type), byValue: false),
                    [.. Enumerable.Range(0, Math.Max(0, clang.getNumArgTypes(type))).Select(i => Read(clang.getArgType(type, (uint)i), byValue: false))],
                    clang.isFunctionTypeVariadic(type) != 0 && type.kind == CXTypeKind.CXType_FunctionProto);
            case CXTypeKind.CXType_Record:
                return ReadRecord(clang.getTypeDeclaration(type), byValue);
            case CXTypeKind.CXType_Enum:
                return ReadEnum(clang.getTypeDeclaration(type));
            case CXTypeKind.CXType_ConstantArray:
                return new CArray(Read(clang.getArrayElementType(type), byValue), clang.getArraySize(type));
            case CXTypeKind.CXType_IncompleteArray or CXTypeKind.CXType_VariableArray:
                return new CArray(Read(clang.getArrayElementType(type), byValue), null);
            case CXTypeKind.CXType_Vector or CXTypeKind.CXType_ExtVector:
                return new CVector(Read(clang.getElementType(type)), (int)clang.getNumElements(type));
            case CXTypeKind.CXType_Atomic:
                return Read(clang.Type_getValueType(type), byValue);
            case CXTypeKind.CXType_Unexposed:
                // An attributed or typeof type: what it stands for is the canonical one.
                CXType canonical = clang.getCanonicalType(type);
                return canonical.kind == CXTypeKind.CXType_Unexposed
                    ? throw new GeneratorException($"the type '{Clang.Take(clang.getTypeSpelling(type))}' has no rule.")
                    : Read(canonical, byValue);
            default:
                return new CPrimitive(Primitive(type));
        }
    }

    private CType ReadTypedef(CXCursor declaration, bool byValue)
    {
        string name = declaration.Spelling();
        if (SystemTypedefs.TryGetValue(name, out CType? system))
        {
            if (system is CNamed)
            {
                Referenced.TryAdd("struct " + name, (declaration, false));
            }
            return system;
        }
        CXType underlying = clang.getTypedefDeclUnderlyingType(declaration);
        CXType bare = underlying.kind == CXTypeKind.CXType_Elaborated ? clang.Type_getNamedType(underlying) : underlying;
        if (bare.kind is CXTypeKind.CXType_Record or CXTypeKind.CXType_Enum)
        {
            CXCursor target = clang.getTypeDeclaration(bare);
            if (!IsNamed(target))
            {
                Name(target, name);
            }
            if (NameOf(target) == name)
            {
                return Read(underlying, byValue);
            }
        }
        // The typedefs of covered headers keep their name: a porter looks for it. All others are what they stand for.
        CType type = Read(underlying, byValue);
        return headers.Find(declaration.File()) is null ? type : new CNamed(CNameKind.Typedef, name);
    }

    private CNamed ReadRecord(CXCursor declaration, bool byValue)
    {
        var kind = declaration.kind == CXCursorKind.CXCursor_UnionDecl ? CNameKind.Union : CNameKind.Struct;
        string name = NameOf(declaration);
        string key = (kind == CNameKind.Union ? "union " : "struct ") + name;
        if (!Referenced.TryGetValue(key, out (CXCursor Cursor, bool ByValue) known) || (byValue && !known.ByValue))
        {
            Referenced[key] = (declaration, byValue);
        }
        return new CNamed(kind, name);
    }

    private CType ReadEnum(CXCursor declaration)
    {
        if (!IsNamed(declaration))
        {
            // A field of an unnamed enum: its enumerators are constants, the field is a number.
            return Read(clang.getEnumDeclIntegerType(declaration));
        }
        string name = NameOf(declaration);
        Referenced.TryAdd("enum " + name, (declaration, true));
        return new CNamed(CNameKind.Enum, name);
    }

    private static string Primitive(CXType type) => type.kind switch
    {
        CXTypeKind.CXType_Void => "void",
        CXTypeKind.CXType_Bool => "bool",
        CXTypeKind.CXType_Char_S or CXTypeKind.CXType_Char_U => "char",
        CXTypeKind.CXType_SChar => "i8",
        CXTypeKind.CXType_UChar => "u8",
        CXTypeKind.CXType_Short => "i16",
        CXTypeKind.CXType_UShort or CXTypeKind.CXType_Char16 => "u16",
        CXTypeKind.CXType_Int or CXTypeKind.CXType_WChar => "i32",
        CXTypeKind.CXType_UInt or CXTypeKind.CXType_Char32 => "u32",
        CXTypeKind.CXType_Long or CXTypeKind.CXType_LongLong => "i64",
        CXTypeKind.CXType_ULong or CXTypeKind.CXType_ULongLong => "u64",
        CXTypeKind.CXType_Int128 => "i128",
        CXTypeKind.CXType_UInt128 => "u128",
        CXTypeKind.CXType_Float16 or CXTypeKind.CXType_Half => "f16",
        CXTypeKind.CXType_Float => "f32",
        CXTypeKind.CXType_Double => "f64",
        CXTypeKind.CXType_LongDouble => "f80",
        _ => throw new GeneratorException($"the type '{Clang.Take(clang.getTypeSpelling(type))}' ({type.kind}) has no rule."),
    };
}
