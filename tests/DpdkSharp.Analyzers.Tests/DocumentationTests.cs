using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DpdkSharp.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DpdkSharp.Analyzers.Tests;

/// <summary>The code in the documentation compiles; the analyzers find in it what its page says, and nothing else.</summary>
public partial class DocumentationTests
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers =
    [
        .. typeof(PacketOwnershipAnalyzer).Assembly.GetTypes().Where(static t => t.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false))
            .Select(static t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
    ];

    public static TheoryData<string> Rules => [.. Enumerable.Range(2, 13).Select(static n => $"DPDK{n:D4}")];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_page_shows_what_is_wrong_and_what_is_right(string id)
    {
        string[] code = CodeOf(Path.Combine("docs", "analyzers", id + ".md"));
        Assert.Equal(2, code.Length);
        Assert.Equal(id, Assert.Single((await Find(Method(code[0]))).Distinct(StringComparer.Ordinal)));
        Assert.Empty(await Find(Method(code[1])));
    }

    [Fact]
    public async Task The_forwarder_of_the_readme_is_right() =>
        // The others are pieces of programs.
        Assert.Empty(await Find(Assert.Single(CodeOf("README.md"), static code => code.Contains("Eal.Initialize", StringComparison.Ordinal))));

    private static string[] CodeOf(string page) =>
        [.. CodeBlock().Matches(File.ReadAllText(Path.Combine(RepositoryPaths.Root, page))).Select(static m => m.Groups["code"].Value)];

    private static async Task<string[]> Find(string source)
    {
        const string Usings = """
            global using System;
            global using System.Collections.Generic;
            global using System.IO;
            global using System.Linq;
            global using System.Threading;
            global using System.Threading.Tasks;
            """;
        var parse = new CSharpParseOptions(LanguageVersion.CSharp14);
        var options = new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "documentation", [CSharpSyntaxTree.ParseText(source, parse), CSharpSyntaxTree.ParseText(Usings, parse)], Check.References, options);
        ImmutableArray<Diagnostic> found = await compilation.WithAnalyzers(s_analyzers).GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. found.Where(static d => d.Severity == DiagnosticSeverity.Error || d.Id.StartsWith("DPDK", StringComparison.Ordinal) || d.Id == "AD0001").Select(static d => d.Id)];
    }

    private static string Method(string code) => $$"""
        using DpdkSharp;
        using DpdkSharp.Headers;

        class Program
        {
            static void Main()
            {
            }

            private static long total;
            private static bool stop;

            static void Run(string[] arguments, Lcore lcore, Ring<Mbuf> ring, RxQueue rx, TxQueue tx, TxBuffer buffer, {{(code.Contains("Mbuf packet", StringComparison.Ordinal) ? "" : "Mbuf packet, ")}}PacketBurst burst, int bytes, object gate)
            {
                {{code}}
            }
        }
        """;

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodeBlock();
}
