using DpdkSharp.TestKit;
using Microsoft.CodeAnalysis;

namespace DpdkSharp.Docs.Tests;

/// <summary>What stands in the pages as code is code that runs.</summary>
public sealed class CodeTests
{
    private static readonly string[] s_namespaces = ["DpdkSharp", "DpdkSharp.Headers", "DpdkSharp.Testing"];

    public static TheoryData<string> Blocks => [.. Page.All.SelectMany(static p => p.Blocks()).Select(static b => b.ToString())];

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task A_block_does_what_it_says(string name)
    {
        Block block = Page.All.SelectMany(static p => p.Blocks()).Single(b => b.ToString() == name);
        switch (block.Verb)
        {
            case "run":
                Run(await Compile(block), block.Arguments, interrupt: false);
                break;
            case "interrupt":
                Run(await Compile(block), block.Arguments, interrupt: true);
                break;
            case "fragment":
                Run(await Compile(block, s_namespaces), block.Arguments, interrupt: false);
                break;
            case "part":
                string source = await File.ReadAllTextAsync(Path.Combine(RepositoryPaths.Root, block.Arguments["of ".Length..]), TestContext.Current.CancellationToken);
                Assert.Contains(Unindented(block.Code), Unindented(source), StringComparison.Ordinal);
                break;
            case "c":
                Compiler.CompileC(block.Code);
                break;
            default:
                Assert.Fail($"Nothing says how {block} is tested: see tests/Docs.Tests/README.md.");
                break;
        }
    }

    private static Task<string> Compile(Block block, params string[] namespaces) =>
        Compiler.Compile("Docs." + Path.GetFileNameWithoutExtension(block.Page) + "." + block.Line.ToString("D", provider: null), block.Code, OutputKind.ConsoleApplication, namespaces);

    private static void Run(string program, string arguments, bool interrupt)
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Docs.Tests.runtimeconfig.json"), Path.ChangeExtension(program, ".runtimeconfig.json"), overwrite: true);
        string[] own = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // EAL's files of this run must not meet those of another one.
        string[] isolated = own.Contains("--no-huge", StringComparer.Ordinal) ? ["--file-prefix", EalArguments.UniqueFilePrefix()] : [];
        using ChildProcess run = ChildProcess.Start("dotnet", [program, .. isolated, .. own], workingDirectory: RepositoryPaths.Root);
        if (interrupt)
        {
            Thread.Sleep(TimeSpan.FromSeconds(3));
            Assert.False(run.HasExited, run.StandardError + run.StandardOutput);
            run.Interrupt();
        }
        ProcessResult result = run.WaitForExit(TimeSpan.FromSeconds(60));
        Assert.True(result.ExitCode == 0, result.StandardError + result.StandardOutput);
    }

    private static string Unindented(string code) => string.Join('\n', code.Split('\n').Select(static l => l.Trim()));
}
