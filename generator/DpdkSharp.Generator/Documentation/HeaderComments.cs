using ClangSharp.Interop;
using DpdkSharp.Generator.Extract;

namespace DpdkSharp.Generator.Documentation;

/// <summary>The doxygen comments of the headers, by what they stand at.</summary>
internal sealed class HeaderComments
{
    private readonly HeaderMap _headers;
    private readonly Dictionary<string, string[]> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _typedefNames = new(StringComparer.Ordinal);

    private HeaderComments(HeaderMap headers) => _headers = headers;

    /// <summary>Functions, variables, enumerators and macros.</summary>
    public Dictionary<string, string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>Records and enums.</summary>
    public Dictionary<string, string> Types { get; } = new(StringComparer.Ordinal);

    /// <summary>Fields, as rte_mbuf.pkt_len or rte_mbuf._hash.rss.</summary>
    public Dictionary<string, string> Fields { get; } = new(StringComparer.Ordinal);

    public static HeaderComments Read(HeaderSet headers)
    {
        using TranslationUnit unit = headers.ParseAll();
        var comments = new HeaderComments(headers.Map);
        List<CXCursor> cursors = unit.Root.Children();
        foreach (CXCursor cursor in cursors)
        {
            if (cursor.kind == CXCursorKind.CXCursor_TypedefDecl)
            {
                comments._typedefNames.TryAdd(clang.getTypeDeclaration(clang.getTypedefDeclUnderlyingType(cursor)).Usr(), cursor.Spelling());
            }
        }
        foreach (CXCursor cursor in cursors)
        {
            if (comments._headers.Find(cursor.File()) is not null)
            {
                comments.Read(cursor);
            }
        }
        return comments;
    }

    private void Read(CXCursor cursor)
    {
        switch (cursor.kind)
        {
            case CXCursorKind.CXCursor_FunctionDecl or CXCursorKind.CXCursor_VarDecl:
                Note(Names, cursor.Spelling(), Comment(cursor));
                break;
            case CXCursorKind.CXCursor_TypedefDecl:
                // The comment of a typedef is that of the record or enum it gives its name to.
                Note(Types, cursor.Spelling(), Comment(cursor));
                break;
            case CXCursorKind.CXCursor_StructDecl or CXCursorKind.CXCursor_UnionDecl or CXCursorKind.CXCursor_EnumDecl when clang.isCursorDefinition(cursor) != 0:
                if (TypeName(cursor) is { } name)
                {
                    Note(Types, name, Comment(cursor));
                    ReadMembers(cursor, name);
                }
                else if (cursor.kind == CXCursorKind.CXCursor_EnumDecl)
                {
                    ReadMembers(cursor, string.Empty);
                }
                break;
            case CXCursorKind.CXCursor_MacroDefinition:
                // libclang attaches no comment to a macro.
                (string file, uint line) = Clang.FileAndLine(clang.getCursorLocation(cursor));
                Note(Names, cursor.Spelling(), MacroComment(file, (int)line - 1));
                break;
        }
    }

    private void ReadMembers(CXCursor record, string name)
    {
        foreach (CXCursor child in record.Children())
        {
            switch (child.kind)
            {
                case CXCursorKind.CXCursor_EnumConstantDecl:
                    Note(Names, child.Spelling(), Comment(child));
                    break;
                case CXCursorKind.CXCursor_FieldDecl:
                    Note(Fields, $"{name}.{child.Spelling()}", Comment(child));
                    CXCursor type = Behind(child.Type());
                    if (type.kind is CXCursorKind.CXCursor_StructDecl or CXCursorKind.CXCursor_UnionDecl && TypeName(type) is null)
                    {
                        ReadMembers(type, $"{name}._{child.Spelling()}");
                    }
                    break;
                case CXCursorKind.CXCursor_StructDecl or CXCursorKind.CXCursor_UnionDecl when clang.Cursor_isAnonymousRecordDecl(child) != 0:
                    ReadMembers(child, name);
                    break;
                case CXCursorKind.CXCursor_StructDecl or CXCursorKind.CXCursor_UnionDecl or CXCursorKind.CXCursor_EnumDecl:
                    Read(child);
                    break;
            }
        }
    }

    private string? TypeName(CXCursor declaration)
    {
        string spelling = declaration.Spelling();
        bool unnamed = clang.Cursor_isAnonymous(declaration) != 0 || spelling.Length == 0 || spelling.Contains('(', StringComparison.Ordinal);
        return unnamed ? _typedefNames.GetValueOrDefault(declaration.Usr()) : spelling;
    }

    private static CXCursor Behind(CXType type)
    {
        while (type.kind is CXTypeKind.CXType_Elaborated or CXTypeKind.CXType_Pointer or CXTypeKind.CXType_ConstantArray or CXTypeKind.CXType_IncompleteArray)
        {
            type = type.kind switch
            {
                CXTypeKind.CXType_Elaborated => clang.Type_getNamedType(type),
                CXTypeKind.CXType_Pointer => clang.getPointeeType(type),
                _ => clang.getArrayElementType(type),
            };
        }
        return clang.getTypeDeclaration(type);
    }

    private static string Comment(CXCursor cursor) => Clang.Take(clang.Cursor_getRawCommentText(cursor));

    private static void Note(Dictionary<string, string> comments, string name, string? comment)
    {
        if (!string.IsNullOrEmpty(comment))
        {
            comments.TryAdd(name, comment);
        }
    }

    /// <summary>The comment behind a macro, on the lines it covers, or else the one that ends on the line before it.</summary>
    private string? MacroComment(string file, int line)
    {
        string[] lines = Lines(file);
        if (line >= lines.Length)
        {
            // What the overlay of a header adds behind its end.
            return null;
        }
        int last = line;
        while (last < lines.Length - 1 && lines[last].TrimEnd().EndsWith('\\'))
        {
            last++;
        }
        string covered = string.Join('\n', lines[line..(last + 1)]);
        int behind = covered.IndexOf("/**<", StringComparison.Ordinal);
        if (behind >= 0)
        {
            string text = covered[behind..];
            while (!text.Contains("*/", StringComparison.Ordinal) && ++last < lines.Length)
            {
                text += "\n" + lines[last];
            }
            return text;
        }
        if (line == 0 || !lines[line - 1].TrimEnd().EndsWith("*/", StringComparison.Ordinal))
        {
            return null;
        }
        int first = line - 1;
        while (first > 0 && !lines[first].Contains("/*", StringComparison.Ordinal))
        {
            first--;
        }
        string before = string.Join('\n', lines[first..line]).Trim();
        return before.StartsWith("/**", StringComparison.Ordinal) && !before.StartsWith("/**<", StringComparison.Ordinal) ? before : null;
    }

    private string[] Lines(string file)
    {
        if (!_lines.TryGetValue(file, out string[]? lines))
        {
            _lines[file] = lines = File.ReadAllLines(file);
        }
        return lines;
    }
}
