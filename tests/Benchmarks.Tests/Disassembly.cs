using System.Globalization;
using System.Text.RegularExpressions;
using DpdkSharp.TestKit;

namespace DpdkSharp.Benchmarks.Tests;

/// <summary>What the just-in-time compiler makes of a benchmark's loop.</summary>
internal sealed partial class Disassembly
{
    private readonly string[] _lines;

    private Disassembly(string listing)
    {
        _lines = listing.Split('\n');
    }

    /// <summary>The size of the code.</summary>
    public int Bytes => int.Parse(_lines.First(static l => l.StartsWith("; Total bytes of code", StringComparison.Ordinal)).Split(' ')[^1], CultureInfo.InvariantCulture);

    /// <summary>Runs the benchmark, and reads the last code that was made of one of its methods: "Forward" calls the driver, "Process" works on the packets between.</summary>
    public static Disassembly Of(string benchmark, string layer, string method)
    {
        string file = Path.Combine(Path.GetTempPath(), UniqueName.Next("jit") + ".txt");
        string program = Path.Combine(RepositoryPaths.Artifacts, "bin", "BenchmarkWorker", RepositoryPaths.Configuration, "BenchmarkWorker");
        try
        {
            using ChildProcess worker = ChildProcess.Start(
                program,
                ["--lcores", "0@0,1@0", "--no-pci", "--no-telemetry", "-m", "256", "--no-huge", "--no-shconf", "--file-prefix", EalArguments.UniqueFilePrefix()],
                environment: new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["DOTNET_JitDisasm"] = method,
                    // Optimised from the first call on: the run is short.
                    ["DOTNET_TC_QuickJitForLoops"] = "0",
                    ["DOTNET_JitStdOutFile"] = file,
                });
            worker.WriteLine($"run {benchmark} layer={layer} count=10000");
            worker.CloseInput();
            ProcessResult result = worker.WaitForExit(TimeSpan.FromSeconds(60));
            Assert.True(result.ExitCode == 0, result.StandardError);
            Assert.Contains("operations=", result.StandardOutput, StringComparison.Ordinal);
            string listing = File.ReadAllText(file);
            // Other methods of the name may be there; the benchmark's comes last.
            return new Disassembly(listing[listing.LastIndexOf("; Assembly listing", StringComparison.Ordinal)..]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>What is called, up to where the code begins that only throws.</summary>
    public IReadOnlyList<string> CallsBeforeColdCode() =>
        [.. _lines
            .TakeWhile(static l => !l.Contains("ThrowHelper", StringComparison.Ordinal) && !l.Contains("CORINFO_HELP_NEW", StringComparison.Ordinal))
            .Select(static l => CallPattern().Match(l))
            .Where(static m => m.Success)
            .Select(static m => m.Groups["register"].Success ? "REGISTER" : m.Groups["name"].Value)
            .Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// The instructions of one turn of the loop that prefetches, and of the one behind it, which writes: from the place that the jump back leads to.
    /// </summary>
    public (int Prefetch, int Rewrite) InstructionsOfInnerLoops()
    {
        int prefetch = Array.FindIndex(_lines, static l => l.Contains("prefetch", StringComparison.Ordinal));
        (int first, int end) = Loop(prefetch);
        (int second, _) = Loop(end + 1);
        return (first, second);
    }

    /// <summary>The first jump back from a line on: how many instructions it spans, and where it is.</summary>
    private (int Instructions, int End) Loop(int from)
    {
        for (int i = from; i < _lines.Length; i++)
        {
            Match jump = JumpPattern().Match(_lines[i]);
            int target = jump.Success ? Array.FindIndex(_lines, l => l.StartsWith(jump.Groups["label"].Value + ":", StringComparison.Ordinal)) : -1;
            if (target >= 0 && target < i)
            {
                return (_lines[target..(i + 1)].Count(static l => InstructionPattern().IsMatch(l)), i);
            }
        }
        throw new InvalidOperationException("There is no loop: " + string.Join('\n', _lines));
    }

    [GeneratedRegex(@"^\s+call\s+(\[?(?:[\w.]+\.)?(?<name>\w+:\w+|CORINFO_\w+)|(?<register>r\w+)\s*$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CallPattern();

    [GeneratedRegex(@"^\s+j\w+\s+(SHORT )?(?<label>G_M\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex JumpPattern();

    [GeneratedRegex(@"^ {7}[a-z]\w*(\s|$)(?!.*\[\d+ bytes)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InstructionPattern();
}
