using System.Collections.Immutable;
using DpdkSharp.Analyzers;
using DpdkSharp.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Emit;

namespace DpdkSharp.Catalogue.Tests;

/// <summary>An entry, compiled as a user's project would be: against the built DpdkSharp, with its analyzers.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Diagnostics">What compiler and analyzers say, from warnings on: "DPDK0004 in line 7".</param>
/// <param name="Details">The same with the messages, for a person.</param>
/// <param name="Assembly">The program; null when it has errors.</param>
public sealed record CompiledEntry(Entry Entry, IReadOnlyList<string> Diagnostics, string Details, string? Assembly)
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using DpdkSharp;
        global using DpdkSharp.Headers;
        global using static DpdkSharp.Catalogue.Lab;
        """;

    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(PacketOwnershipAnalyzer).Assembly.GetTypes().Where(static t => t.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false))
            .Select(static t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
    ];

    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll").Where(static f => !f.Contains(".Native.", StringComparison.Ordinal))
            .Concat([typeof(Lab).Assembly.Location, typeof(Mbuf).Assembly.Location, typeof(Interop.Dpdk).Assembly.Location])
            .Select(static f => MetadataReference.CreateFromFile(f)),
    ];

    private static string Folder { get; } = Directory.CreateDirectory(Path.Combine(RepositoryPaths.Artifacts, "catalogue", RepositoryPaths.Configuration)).FullName;

    public static async Task<CompiledEntry> Compile(Entry entry)
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp14);
        SyntaxTree tree = CSharpSyntaxTree.ParseText(entry.Source, parse, entry.Name + ".cs");
        var options = new CSharpCompilationOptions(
            OutputKind.ConsoleApplication, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release);
        CSharpCompilation compilation = CSharpCompilation.Create("catalogue." + entry.Folder + "." + entry.Name, [tree, CSharpSyntaxTree.ParseText(Usings, parse, "usings.cs")], s_references, options);
        using var program = new MemoryStream();
        // Some errors are only found when code is made.
        EmitResult emitted = compilation.Emit(program);
        // An analyzer that fails says so by AD0001.
        IEnumerable<Diagnostic> said = emitted.Success
            ? (await compilation.WithAnalyzers(s_analyzers).GetAllDiagnosticsAsync().ConfigureAwait(false)).Where(static d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed)
            : emitted.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error);
        Diagnostic[] diagnostics = [.. said.OrderBy(static d => d.Location.SourceSpan.Start)];
        string? assembly = null;
        if (emitted.Success)
        {
            assembly = Path.Combine(Folder, compilation.AssemblyName + ".dll");
            await File.WriteAllBytesAsync(assembly, program.ToArray()).ConfigureAwait(false);
        }
        return new CompiledEntry(
            entry,
            [.. diagnostics.Select(static d => Entry.Describe(d.Id, d.Location.GetLineSpan().StartLinePosition.Line + 1)).Order(StringComparer.Ordinal)],
            string.Join('\n', diagnostics.Select(static d => d.ToString())),
            assembly);
    }
}
