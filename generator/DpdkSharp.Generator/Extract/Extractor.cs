using System.Globalization;
using ClangSharp.Interop;
using DpdkSharp.Generator.Model;

namespace DpdkSharp.Generator.Extract;

/// <summary>Reads the facts of one DPDK version from its headers and libraries.</summary>
internal sealed class Extractor
{
    /// <summary>The pseudo library and header of what DPDK's headers need from the C library.</summary>
    private const string SystemLibrary = "libc";
    private const string SystemHeader = "libc.h";

    private readonly HeaderMap _headers;
    private readonly SymbolTable _symbols;
    private readonly TypeReader _types;
    private readonly HashSet<string> _systemRecords;
    private readonly Dictionary<string, List<Declaration>> _declarations = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    private Extractor(HeaderMap headers, SymbolTable symbols, Configuration configuration)
    {
        _systemRecords = configuration.SystemRecords.ToHashSet(StringComparer.Ordinal);
        _headers = headers;
        _symbols = symbols;
        _types = new TypeReader(headers);
    }

    /// <param name="version">The LTS version: 22.11.</param>
    /// <param name="include">The folder under which the headers are installed.</param>
    /// <param name="libraries">The folder under which the shared or static libraries lie.</param>
    /// <param name="configuration">Which headers, and how they are compiled.</param>
    /// <param name="standIns">The folders of what headers include and their packages do not install.</param>
    public static DpdkVersion Extract(string version, string include, string libraries, Configuration configuration, IEnumerable<string>? standIns = null)
    {
        var headers = new HeaderSet(version, include, configuration, standIns ?? []);
        SymbolTable symbols = SymbolTable.Read(libraries);
        int abi = symbols.Abi ?? AbiOf(version);
        using TranslationUnit unit = headers.ParseAll();
        var extractor = new Extractor(headers.Map, symbols, configuration);
        List<CXCursor> cursors = unit.Root.Children();
        extractor.NameTypedefs(cursors);
        extractor.ReadDeclarations(cursors);
        extractor.ReadReferenced();
        extractor.ReadMacros(cursors, headers.Includes, headers.Parse);
        return new DpdkVersion(version, abi, extractor.Collect(cursors));
    }

    /// <summary>DPDK takes the next ABI number each November: 22.11 has 23, and 23.03 still 23.</summary>
    internal static int AbiOf(string version)
    {
        string[] parts = version.Split('.');
        int year = int.Parse(parts[0], CultureInfo.InvariantCulture);
        return parts[1] == "11" ? year + 1 : year;
    }

    private void NameTypedefs(List<CXCursor> cursors)
    {
        foreach (CXCursor cursor in cursors.Where(static c => c.kind == CXCursorKind.CXCursor_TypedefDecl))
        {
            CXType underlying = clang.getTypedefDeclUnderlyingType(cursor);
            CXType bare = underlying.kind == CXTypeKind.CXType_Elaborated ? clang.Type_getNamedType(underlying) : underlying;
            if (bare.kind is CXTypeKind.CXType_Record or CXTypeKind.CXType_Enum)
            {
                CXCursor target = clang.getTypeDeclaration(bare);
                if (IsUnnamed(target))
                {
                    _types.Name(target, cursor.Spelling());
                }
            }
        }
        // What has no name of its own behind a pointer or in an array is named after the first that uses it so.
        foreach (CXCursor cursor in cursors)
        {
            CXType type = cursor.kind switch
            {
                CXCursorKind.CXCursor_TypedefDecl => clang.getTypedefDeclUnderlyingType(cursor),
                CXCursorKind.CXCursor_VarDecl => cursor.Type(),
                _ => default,
            };
            CXCursor target = DeclarationBehind(type);
            if (target.kind is CXCursorKind.CXCursor_StructDecl or CXCursorKind.CXCursor_UnionDecl && IsUnnamed(target) && !_types.IsNamed(target))
            {
                _types.Name(target, "_" + cursor.Spelling());
            }
        }
    }

    private static bool IsUnnamed(CXCursor declaration)
    {
        // libclang spells an unnamed record as a sentence about where it stands, or as the typedef that follows it.
        string spelling = declaration.Spelling();
        return clang.Cursor_isAnonymous(declaration) != 0 || spelling.Length == 0 || spelling.Contains('(', StringComparison.Ordinal);
    }

    private void ReadDeclarations(List<CXCursor> cursors)
    {
        foreach (CXCursor cursor in cursors)
        {
            string? header = _headers.Find(cursor.File());
            if (header is null)
            {
                continue;
            }
            switch (cursor.kind)
            {
                case CXCursorKind.CXCursor_StructDecl or CXCursorKind.CXCursor_UnionDecl:
                    if (clang.isCursorDefinition(cursor) != 0 && _types.IsNamed(cursor))
                    {
                        Add(header, ReadRecord(cursor, header));
                    }
                    break;
                case CXCursorKind.CXCursor_EnumDecl:
                    if (clang.isCursorDefinition(cursor) != 0)
                    {
                        Add(header, ReadEnum(cursor));
                    }
                    break;
                case CXCursorKind.CXCursor_FunctionDecl:
                    Add(header, ReadFunction(cursor));
                    break;
                case CXCursorKind.CXCursor_VarDecl when clang.Cursor_getStorageClass(cursor) == CX_StorageClass.CX_SC_Extern:
                    string variable = cursor.Spelling();
                    Add(header, new VariableDeclaration(variable, _types.Read(cursor.Type()).ToString())
                    {
                        Library = _symbols.LibraryOf(variable),
                        ThreadLocal = clang.getCursorTLSKind(cursor) != CXTLSKind.CXTLS_None,
                    });
                    break;
                case CXCursorKind.CXCursor_TypedefDecl:
                    ReadTypedef(cursor, header);
                    break;
            }
        }
    }

    private void ReadTypedef(CXCursor cursor, string header)
    {
        string name = cursor.Spelling();
        CType type = _types.Read(clang.getTypedefDeclUnderlyingType(cursor), byValue: false);
        if (type is not CNamed { Kind: not CNameKind.Typedef } named || named.Name != name)
        {
            Add(header, new TypedefDeclaration(name, type.ToString()));
        }
    }

    /// <summary>What the covered headers use without declaring it: from other headers of DPDK, and from the C library.</summary>
    private void ReadReferenced()
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            List<(string Key, CXCursor Cursor, bool ByValue)> open = [.. _types.Referenced
                .Where(r => done.Add(r.Key + (r.Value.ByValue ? "!" : string.Empty)))
                .Select(static r => (r.Key, r.Value.Cursor, r.Value.ByValue))];
            if (open.Count == 0)
            {
                return;
            }
            foreach ((string key, CXCursor cursor, bool byValue) in open)
            {
                int space = key.IndexOf(' ', StringComparison.Ordinal);
                string name = key[(space + 1)..];
                // A record inside another one is written with it.
                if (name.Contains('.', StringComparison.Ordinal))
                {
                    continue;
                }
                CXCursor definition = clang.getCursorDefinition(cursor);
                bool complete = clang.isCursorDefinition(definition) != 0;
                string? covered = _headers.Find((complete ? definition : cursor).File());
                string header = covered ?? SystemHeader;
                if (key.StartsWith("enum ", StringComparison.Ordinal))
                {
                    if (complete)
                    {
                        Add(header, ReadEnum(definition));
                    }
                }
                else if (complete && (covered is not null || byValue || IsDpdk(definition) || _systemRecords.Contains(name)))
                {
                    Replace(header, ReadRecord(definition, header));
                }
                else
                {
                    Add(header, new RecordDeclaration(name, key.StartsWith("union ", StringComparison.Ordinal), true, 0, 1, [], []) { Opaque = true });
                }
            }
        }
    }

    private bool IsDpdk(CXCursor cursor)
    {
        string file = Path.GetFullPath(cursor.File());
        return _headers.Folders.Any(f => file.StartsWith(f + '/', StringComparison.Ordinal));
    }

    private RecordDeclaration ReadRecord(CXCursor cursor, string header)
    {
        string name = _types.NameOf(cursor);
        CXType type = cursor.Type();
        var fields = new List<FieldDeclaration>();
        var nested = new List<RecordDeclaration>();
        ReadFields(cursor, type, name, header, fields, nested);
        return new RecordDeclaration(
            name,
            cursor.kind == CXCursorKind.CXCursor_UnionDecl,
            clang.Cursor_isAnonymous(cursor) == 0 && !IsTypedefName(cursor, name),
            (int)clang.Type_getSizeOf(type),
            (int)clang.Type_getAlignOf(type),
            fields,
            nested);
    }

    // The name came from a typedef when C has no 'struct name' for it: the type is then spelled without the keyword.
    private static bool IsTypedefName(CXCursor cursor, string name) => Clang.Take(clang.getTypeSpelling(cursor.Type())) == name || IsUnnamed(cursor);

    private void ReadFields(CXCursor record, CXType outer, string outerName, string header, List<FieldDeclaration> fields, List<RecordDeclaration> nested)
    {
        foreach (CXCursor child in record.Children())
        {
            if (child.kind is CXCursorKind.CXCursor_StructDecl or CXCursorKind.CXCursor_UnionDecl)
            {
                if (clang.Cursor_isAnonymousRecordDecl(child) != 0)
                {
                    ReadFields(child, outer, outerName, header, fields, nested);
                }
                else if (!IsUnnamed(child) && clang.isCursorDefinition(child) != 0)
                {
                    // A tag declared inside a record is as global in C as any other.
                    Add(header, ReadRecord(child, header));
                }
            }
            else if (child.kind == CXCursorKind.CXCursor_EnumDecl && clang.isCursorDefinition(child) != 0)
            {
                Add(header, ReadEnum(child));
            }
            else if (child.kind == CXCursorKind.CXCursor_FieldDecl)
            {
                string name = child.Spelling();
                bool bits = clang.Cursor_isBitField(child) != 0;
                if (name.Length == 0)
                {
                    continue;
                }
                CXCursor declaration = DeclarationBehind(child.Type());
                if (declaration.kind is CXCursorKind.CXCursor_StructDecl or CXCursorKind.CXCursor_UnionDecl && IsUnnamed(declaration) && !_types.IsNamed(declaration))
                {
                    _types.Name(declaration, outerName + "._" + name);
                    nested.Add(ReadRecord(declaration, header));
                }
                long offset = Clang.OffsetOf(outer, name);
                if (offset < 0)
                {
                    throw new GeneratorException($"libclang gives no offset for {outerName}.{name} ({offset}).");
                }
                fields.Add(new FieldDeclaration(name, _types.Read(child.Type()).ToString(), offset) { Bits = bits ? clang.getFieldDeclBitWidth(child) : null });
            }
        }
    }

    private static CXCursor DeclarationBehind(CXType type)
    {
        while (true)
        {
            switch (type.kind)
            {
                case CXTypeKind.CXType_Elaborated:
                    type = clang.Type_getNamedType(type);
                    break;
                case CXTypeKind.CXType_Pointer:
                    type = clang.getPointeeType(type);
                    break;
                case CXTypeKind.CXType_ConstantArray or CXTypeKind.CXType_IncompleteArray:
                    type = clang.getArrayElementType(type);
                    break;
                default:
                    return clang.getTypeDeclaration(type);
            }
        }
    }

    private EnumDeclaration ReadEnum(CXCursor cursor)
    {
        var underlying = (CPrimitive)_types.Read(clang.getEnumDeclIntegerType(cursor)).Unqualified;
        bool signed = underlying.Name.StartsWith('i');
        List<EnumeratorDeclaration> enumerators = [.. cursor.Children()
            .Where(static c => c.kind == CXCursorKind.CXCursor_EnumConstantDecl)
            .Select(c => new EnumeratorDeclaration(c.Spelling(), signed
                ? clang.getEnumConstantDeclValue(c).ToString(CultureInfo.InvariantCulture)
                : clang.getEnumConstantDeclUnsignedValue(c).ToString(CultureInfo.InvariantCulture)))];
        string name = EnumName(cursor);
        return new EnumDeclaration(name, _types.IsNamed(cursor) && !IsTypedefName(cursor, name), underlying.Name, enumerators);
    }

    private string EnumName(CXCursor cursor) => _types.IsNamed(cursor)
        ? _types.NameOf(cursor)
        : $"<{cursor.Children().First(static c => c.kind == CXCursorKind.CXCursor_EnumConstantDecl).Spelling()}>";

    private FunctionDeclaration ReadFunction(CXCursor cursor)
    {
        string name = cursor.Spelling();
        CXType type = cursor.Type();
        var parameters = new List<ParameterDeclaration>();
        int count = clang.Cursor_getNumArguments(cursor);
        for (int i = 0; i < count; i++)
        {
            string parameter = clang.Cursor_getArgument(cursor, (uint)i).Spelling();
            parameters.Add(new ParameterDeclaration(
                parameter.Length == 0 ? $"arg{i}" : parameter,
                _types.Read(clang.getArgType(type, (uint)i), byValue: false).ToString()));
        }
        HashSet<string> annotations = [.. cursor.Children().Where(static c => c.kind == CXCursorKind.CXCursor_AnnotateAttr).Select(static c => c.Spelling())];
        bool inline = clang.Cursor_getStorageClass(cursor) == CX_StorageClass.CX_SC_Static;
        return new FunctionDeclaration(name, _types.Read(clang.getResultType(type), byValue: false).ToString(), parameters)
        {
            Variadic = clang.isFunctionTypeVariadic(type) != 0,
            Inline = inline,
            Library = inline ? null : _symbols.LibraryOf(name),
            Experimental = annotations.Contains("experimental"),
            Internal = annotations.Contains("internal"),
            Deprecated = clang.getCursorAvailability(cursor) == CXAvailabilityKind.CXAvailability_Deprecated,
        };
    }

    private void ReadMacros(List<CXCursor> cursors, string includes, Func<string, TranslationUnit> parse)
    {
        // The last definition is the one that holds after all headers were read; #undef leaves no trace, so the
        // second parse decides whether a name still means something.
        var macros = new Dictionary<string, (string Header, bool FunctionLike)>(StringComparer.Ordinal);
        foreach (CXCursor cursor in cursors)
        {
            if (cursor.kind == CXCursorKind.CXCursor_MacroDefinition && _headers.Find(cursor.File()) is { } header)
            {
                macros.TryAdd(cursor.Spelling(), (header, clang.Cursor_isMacroFunctionLike(cursor) != 0));
            }
        }
        List<string> objectLike = [.. macros.Where(static m => !m.Value.FunctionLike).Select(static m => m.Key)];
        Dictionary<string, (string Type, string Value)> values = MacroReader.Evaluate(includes, objectLike, parse);
        foreach ((string name, (string header, bool functionLike)) in macros)
        {
            (string Type, string Value)? value = values.TryGetValue(name, out var found) ? found : null;
            Add(header, new MacroDeclaration(name) { FunctionLike = functionLike, Type = value?.Type, Value = value?.Value });
        }
    }

    private void Add(string header, Declaration declaration)
    {
        if (_seen.Add(declaration.Key))
        {
            Bucket(header).Add(declaration);
        }
        else if (declaration is FunctionDeclaration function)
        {
            // A function may be declared twice with its markers on only one of the declarations.
            foreach (List<Declaration> bucket in _declarations.Values)
            {
                int index = bucket.FindIndex(d => d.Key == function.Key);
                if (index >= 0)
                {
                    var first = (FunctionDeclaration)bucket[index];
                    bucket[index] = first with
                    {
                        Experimental = first.Experimental || function.Experimental,
                        Internal = first.Internal || function.Internal,
                        Deprecated = first.Deprecated || function.Deprecated,
                    };
                    return;
                }
            }
        }
    }

    /// <summary>A record that was first seen only behind pointers turns out to be needed whole.</summary>
    private void Replace(string header, RecordDeclaration record)
    {
        if (_seen.Add(record.Key))
        {
            Bucket(header).Add(record);
            return;
        }
        List<Declaration> bucket = Bucket(header);
        int index = bucket.FindIndex(d => d.Key == record.Key);
        if (index >= 0 && bucket[index] is RecordDeclaration { Opaque: true })
        {
            bucket[index] = record;
        }
    }

    private List<Declaration> Bucket(string header)
    {
        if (!_declarations.TryGetValue(header, out List<Declaration>? bucket))
        {
            _declarations[header] = bucket = [];
        }
        return bucket;
    }

    /// <summary>Headers in the configuration's order; inside a header, its own order.</summary>
    private List<Header> Collect(List<CXCursor> cursors)
    {
        var position = new Dictionary<string, (string Header, uint Line)>(StringComparer.Ordinal);
        foreach (CXCursor cursor in cursors)
        {
            (string file, uint line) = Clang.FileAndLine(clang.getCursorLocation(cursor));
            if (_headers.Find(file) is not { } header)
            {
                continue;
            }
            foreach (string key in KeysOf(cursor))
            {
                position.TryAdd(key, (header, line));
            }
        }
        var result = new List<Header>();
        foreach (string header in _headers.Present)
        {
            if (_declarations.TryGetValue(header, out List<Declaration>? bucket) && bucket.Count > 0)
            {
                // A stable sort: what has no place of its own (a tag declared inside a record) stays before its neighbour.
                uint last = 0;
                List<(Declaration Declaration, uint Line)> lines = [.. bucket.Select(d => (d, position.TryGetValue(d.Key, out var p) && p.Header == header ? last = p.Line : last))];
                result.Add(new Header(_headers.LibraryOf(header) ?? GuessLibrary(header, bucket), header, [.. lines.OrderBy(static l => l.Line).Select(static l => l.Declaration)])
                {
                    ByOthers = _headers.ByOthers.Contains(header),
                });
            }
        }
        if (_declarations.TryGetValue(SystemHeader, out List<Declaration>? system))
        {
            result.Add(new Header(SystemLibrary, SystemHeader, [.. system.OrderBy(static d => d.Key, StringComparer.Ordinal)]));
        }
        return result;
    }

    /// <summary>
    /// The library of a header that the configuration does not list: the one that exports most of what it declares, else the one
    /// whose name begins the header's.
    /// </summary>
    private string GuessLibrary(string header, List<Declaration> declarations)
    {
        string? most = declarations.OfType<FunctionDeclaration>().Select(static f => f.Library).OfType<string>()
            .GroupBy(static l => l, StringComparer.Ordinal)
            .OrderByDescending(static g => g.Count()).ThenBy(static g => g.Key, StringComparer.Ordinal)
            .Select(static g => g.Key).FirstOrDefault();
        string stem = Path.GetFileNameWithoutExtension(header);
        most ??= _symbols.Libraries.Where(l => stem == l || stem.StartsWith(l + "_", StringComparison.Ordinal)).MaxBy(static l => l.Length);
        return most is null ? "other" : most["rte_".Length..];
    }

    private IEnumerable<string> KeysOf(CXCursor cursor)
    {
        switch (cursor.kind)
        {
            case CXCursorKind.CXCursor_StructDecl or CXCursorKind.CXCursor_UnionDecl when clang.isCursorDefinition(cursor) != 0 && _types.IsNamed(cursor):
                return ["record " + _types.NameOf(cursor)];
            case CXCursorKind.CXCursor_EnumDecl when clang.isCursorDefinition(cursor) != 0:
                return ["enum " + EnumName(cursor)];
            case CXCursorKind.CXCursor_FunctionDecl:
                return ["function " + cursor.Spelling()];
            case CXCursorKind.CXCursor_VarDecl:
                return ["variable " + cursor.Spelling()];
            case CXCursorKind.CXCursor_TypedefDecl:
                return ["typedef " + cursor.Spelling()];
            case CXCursorKind.CXCursor_MacroDefinition:
                return ["macro " + cursor.Spelling()];
            default:
                return [];
        }
    }
}
