using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace DpdkSharp.Analyzers.Tests;

/// <summary>Analyzes code against the built DpdkSharp. What is expected is marked: <c>{|DPDK0004:packet.Free()|}</c>; without a mark nothing may be reported.</summary>
internal static class Check
{
    private static readonly ReferenceAssemblies s_framework = new("net10.0");

    public static readonly ImmutableArray<MetadataReference> References =
    [
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll").Where(static f => !f.Contains(".Native.", StringComparison.Ordinal))
            .Concat([typeof(Mbuf).Assembly.Location, typeof(Interop.Dpdk).Assembly.Location])
            .Select(static f => MetadataReference.CreateFromFile(f)),
    ];

    /// <summary>Statements of a method that has a pool, another, a ring, queues and a transmit buffer.</summary>
    public static Task Statements<TAnalyzer>(string statements)
        where TAnalyzer : DiagnosticAnalyzer, new() => Code<TAnalyzer>(Method(statements));

    /// <summary>A whole file.</summary>
    public static Task Code<TAnalyzer>(string source)
        where TAnalyzer : DiagnosticAnalyzer, new() => new Test<TAnalyzer, EmptyCodeFixProvider> { TestCode = source }.RunAsync();

    /// <summary>Statements, and what a fix makes of them.</summary>
    /// <param name="statements">With what is found marked.</param>
    /// <param name="mended">With what is still found marked.</param>
    /// <param name="fix">Which of several fixes.</param>
    public static Task Fix<TAnalyzer, TFix>(string statements, string mended, int fix = 0)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new() => new Test<TAnalyzer, TFix> { TestCode = Method(statements), FixedCode = Method(mended), CodeActionIndex = fix }.RunAsync();

    private static string Method(string statements) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading;
        using DpdkSharp;
        using DpdkSharp.Headers;

        class Program
        {
            private Mbuf _kept;

            void Run(PacketPool pool, PacketPool other, Ring<Mbuf> ring, RxQueue rx, TxQueue tx, TxBuffer buffer, Mbuf given, PacketBurst filled, bool condition)
            {
                {{statements.ReplaceLineEndings("\n        ").TrimEnd()}}
            }

            static bool Looks(Mbuf packet) => packet.PacketLength > 60 && !packet.IsNull;

            static void Takes(Mbuf packet) => packet.Free();

            static bool Use(PacketBurst burst) => burst.IsEmpty;
        }
        """;

    private sealed class Test<TAnalyzer, TFix> : CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        public Test()
        {
            ReferenceAssemblies = s_framework;
            TestState.AdditionalReferences.AddRange(References);
            // What a method leaves unused is of no interest here.
            CompilerDiagnostics = CompilerDiagnostics.Errors;
            CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck;
            NumberOfFixAllIterations = 1;
        }

        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp14);

        protected override CompilationOptions CreateCompilationOptions() =>
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);
    }
}
