using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using ClangSharp.Interop;

namespace DpdkSharp.Generator.Extract;

/// <summary>libclang's calls in the form the extraction reads best.</summary>
internal static unsafe class Clang
{
    public static string Spelling(this CXCursor cursor) => Take(clang.getCursorSpelling(cursor));

    /// <summary>What names the declaration itself, wherever and however often it is seen.</summary>
    public static string Usr(this CXCursor cursor) => Take(clang.getCursorUSR(cursor));

    public static CXType Type(this CXCursor cursor) => clang.getCursorType(cursor);

    /// <summary>The file that the declaration stands in once macros are expanded; empty for what the compiler itself declares.</summary>
    public static string File(this CXCursor cursor) => FileAndLine(clang.getCursorLocation(cursor)).File;

    public static (string File, uint Line) FileAndLine(CXSourceLocation location)
    {
        void* file;
        uint line;
        clang.getExpansionLocation(location, &file, &line, null, null);
        return (file == null ? string.Empty : Take(clang.getFileName(file)), line);
    }

    public static List<CXCursor> Children(this CXCursor cursor)
    {
        var children = new List<CXCursor>();
        GCHandle handle = GCHandle.Alloc(children);
        try
        {
            _ = clang.visitChildren(cursor, &Collect, (void*)GCHandle.ToIntPtr(handle));
        }
        finally
        {
            handle.Free();
        }
        return children;
    }

    /// <summary>The offset in bits of a field of <paramref name="type"/>, members of anonymous members included.</summary>
    public static long OffsetOf(CXType type, string field)
    {
        fixed (byte* name = Encoding.UTF8.GetBytes(field + '\0'))
        {
            return clang.Type_getOffsetOf(type, (sbyte*)name);
        }
    }

    public static string Take(CXString text)
    {
        using (text)
        {
            return text.ToString();
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static CXChildVisitResult Collect(CXCursor cursor, CXCursor parent, void* data)
    {
        ((List<CXCursor>)GCHandle.FromIntPtr((nint)data).Target!).Add(cursor);
        return CXChildVisitResult.CXChildVisit_Continue;
    }
}
