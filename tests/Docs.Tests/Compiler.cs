using System.Collections.Immutable;
using DpdkSharp.Analyzers;
using DpdkSharp.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DpdkSharp.Docs.Tests;

/// <summary>Compiles as a user's project would, with DpdkSharp's analyzers.</summary>
internal static class Compiler
{
    // What ImplicitUsings brings.
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(PacketOwnershipAnalyzer).Assembly.GetTypes().Where(static t => t.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false))
            .Select(static t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
    ];

    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
            .Where(static f => Path.GetFileName(f) is var name && (name.StartsWith("System", StringComparison.Ordinal) || name is "mscorlib.dll" or "netstandard.dll") && !name.Contains(".Native", StringComparison.Ordinal))
            .Concat(Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Where(static f => !Path.GetFileName(f).StartsWith("Docs", StringComparison.Ordinal)))
            .Select(static f => MetadataReference.CreateFromFile(f)),
    ];

    /// <summary>Compiles a program into the folder of the tests, where everything that it needs stands.</summary>
    /// <returns>Its path.</returns>
    public static async Task<string> Compile(string name, string code, OutputKind kind, params IEnumerable<string> namespaces)
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp14);
        string usings = string.Join('\n', namespaces.Select(static n => $"global using {n};").Prepend(Usings));
        var options = new CSharpCompilationOptions(kind, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release);
        CSharpCompilation compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(code, parse, name), CSharpSyntaxTree.ParseText(usings, parse)], s_references, options);
        ImmutableArray<Diagnostic> diagnostics = await compilation.WithAnalyzers(s_analyzers).GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics.Where(static d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed).Select(static d => d.ToString()));
        string path = Path.Combine(AppContext.BaseDirectory, name + ".dll");
        await using (FileStream file = File.Create(path))
        {
            Assert.True(compilation.Emit(file, cancellationToken: TestContext.Current.CancellationToken).Success);
        }
        return path;
    }

    /// <summary>Compiles C against the installed DPDK, and throws the result away.</summary>
    public static void CompileC(string code)
    {
        string file = Path.Combine(Path.GetTempPath(), UniqueName.Next("docs") + ".c");
        try
        {
            File.WriteAllText(file, code);
            string[] flags = ChildProcess.RunChecked("pkg-config", "--cflags", "libdpdk").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            ChildProcess.RunChecked("gcc", ["-fsyntax-only", "-Wall", "-Wno-unused", "-Wno-deprecated-declarations", "-Werror", .. flags, file]);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
