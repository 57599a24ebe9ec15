using System.Runtime.InteropServices;
using ClangSharp.Interop;

namespace DpdkSharp.Generator.Extract;

/// <summary>One parse of a piece of C by libclang.</summary>
internal sealed unsafe class TranslationUnit : IDisposable
{
    private const string MainFile = "dpdk.c";

    private readonly void* _index;
    private CXTranslationUnitImpl* _unit;

    private TranslationUnit(void* index, CXTranslationUnitImpl* unit)
    {
        _index = index;
        _unit = unit;
    }

    public CXTranslationUnitImpl* Handle => _unit;

    public CXCursor Root => clang.getTranslationUnitCursor(_unit);

    /// <summary>Parses <paramref name="source"/>; <paramref name="overlays"/> stand in for the files they name.</summary>
    public static TranslationUnit Parse(string source, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> overlays)
    {
        var files = new Dictionary<string, string>(overlays, StringComparer.Ordinal) { [MainFile] = source };
        string[] args = [.. arguments, "-xc", "-ferror-limit=0", "-Wno-everything"];
        void* index = clang.createIndex(0, 0);
        CXTranslationUnitImpl* unit = null;
        nint[] strings = [.. args.Select(Marshal.StringToCoTaskMemUTF8)];
        var unsaved = new CXUnsavedFile[files.Count];
        int i = 0;
        foreach ((string name, string text) in files)
        {
            unsaved[i++] = new CXUnsavedFile
            {
                Filename = (sbyte*)Marshal.StringToCoTaskMemUTF8(name),
                Contents = (sbyte*)Marshal.StringToCoTaskMemUTF8(text),
                Length = (nuint)System.Text.Encoding.UTF8.GetByteCount(text),
            };
        }
        nint main = Marshal.StringToCoTaskMemUTF8(MainFile);
        try
        {
            fixed (nint* argv = strings)
            fixed (CXUnsavedFile* overlay = unsaved)
            {
                CXErrorCode error = clang.parseTranslationUnit2(
                    index,
                    (sbyte*)main,
                    (sbyte**)argv,
                    args.Length,
                    overlay,
                    (uint)unsaved.Length,
                    (uint)(CXTranslationUnit_Flags.CXTranslationUnit_DetailedPreprocessingRecord | CXTranslationUnit_Flags.CXTranslationUnit_SkipFunctionBodies
                        // A header that is not found must not hide what is wrong with the next ones.
                        | CXTranslationUnit_Flags.CXTranslationUnit_KeepGoing),
                    &unit);
                if (error != CXErrorCode.CXError_Success)
                {
                    clang.disposeIndex(index);
                    throw new GeneratorException($"libclang could not parse the headers at all ({error}).");
                }
            }
        }
        finally
        {
            foreach (nint text in strings)
            {
                Marshal.FreeCoTaskMem(text);
            }
            foreach (CXUnsavedFile file in unsaved)
            {
                Marshal.FreeCoTaskMem((nint)file.Filename);
                Marshal.FreeCoTaskMem((nint)file.Contents);
            }
            Marshal.FreeCoTaskMem(main);
        }
        return new TranslationUnit(index, unit);
    }

    /// <summary>The errors of the parse, each as the compiler words it.</summary>
    public IReadOnlyList<Diagnostic> Errors()
    {
        var errors = new List<Diagnostic>();
        uint count = clang.getNumDiagnostics(_unit);
        for (uint i = 0; i < count; i++)
        {
            void* diagnostic = clang.getDiagnostic(_unit, i);
            if (clang.getDiagnosticSeverity(diagnostic) >= CXDiagnosticSeverity.CXDiagnostic_Error)
            {
                (string file, uint line) = Clang.FileAndLine(clang.getDiagnosticLocation(diagnostic));
                string text = Clang.Take(clang.formatDiagnostic(diagnostic, clang.defaultDiagnosticDisplayOptions()));
                errors.Add(new Diagnostic(file, file == MainFile ? line : 0, text));
            }
            clang.disposeDiagnostic(diagnostic);
        }
        return errors;
    }

    public void Dispose()
    {
        if (_unit != null)
        {
            clang.disposeTranslationUnit(_unit);
            clang.disposeIndex(_index);
            _unit = null;
        }
    }
}

/// <summary>A compiler error in a file; <paramref name="MainLine"/> is its line in the parsed text itself, 0 when it lies in an included file.</summary>
internal sealed record Diagnostic(string File, uint MainLine, string Text);
