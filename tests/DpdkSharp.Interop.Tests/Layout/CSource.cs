using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DpdkSharp.TestKit;

namespace DpdkSharp.Interop.Tests.Layout;

/// <summary>
/// Lines of C, one a question, behind the headers of a DPDK version. gcc answers each line on its own: the lines it has nothing
/// against, and its words on the others.
/// </summary>
/// <param name="dpdk">The headers.</param>
/// <param name="cpp">C++, where templates can take a type apart; with what this file has to say before the headers.</param>
internal sealed partial class CSource(DpdkFiles dpdk, string? cpp = null)
{
    // What the questions' lines are called in gcc's answers.
    private const string FileName = "questions";

    private readonly List<string> _lines = [];

    /// <summary>Adds a line and gives its number.</summary>
    public int Add(string line)
    {
        _lines.Add(line);
        return _lines.Count;
    }

    /// <summary>Adds a statement as a line of its own, in a function of its own: an error in one must not hide or cause one in another.</summary>
    public int Ask(string statement) => Add(string.Create(CultureInfo.InvariantCulture, $"void question_{_lines.Count}(void) {{ {statement} }}"));

    /// <summary>The errors, by line.</summary>
    public Dictionary<int, string> Check()
    {
        ProcessResult gcc = Compile("-fsyntax-only");
        var errors = new Dictionary<int, string>();
        foreach (Match match in Error().Matches(gcc.StandardError))
        {
            if (match.Groups["file"].Value != FileName)
            {
                throw new InvalidOperationException($"the headers of DPDK {dpdk.Version} do not compile: {match.Value}");
            }
            errors.TryAdd(int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture), match.Groups["text"].Value);
        }
        return (gcc.ExitCode == 0) == (errors.Count == 0)
            ? errors
            : throw new InvalidOperationException($"gcc ended with {gcc.ExitCode}: {gcc.StandardError}");
    }

    /// <summary>Compiles the lines, a whole program, and runs it: what it prints.</summary>
    public string Run()
    {
        string program = Path.Combine(Path.GetTempPath(), UniqueName.Next("lay"));
        try
        {
            ProcessResult gcc = Compile("-o", program);
            return gcc.ExitCode == 0
                ? ChildProcess.RunChecked(program)
                : throw new InvalidOperationException($"the program for DPDK {dpdk.Version} does not compile: {gcc.StandardError}");
        }
        finally
        {
            File.Delete(program);
        }
    }

    /// <summary>The macros with parameters that the headers leave.</summary>
    public HashSet<string> FunctionLikeMacros()
    {
        ProcessResult gcc = Compile("-dM", "-E");
        return gcc.ExitCode == 0
            ? [.. Macro().Matches(gcc.StandardOutput).Select(static m => m.Groups["name"].Value)]
            : throw new InvalidOperationException($"gcc ended with {gcc.ExitCode}: {gcc.StandardError}");
    }

    private ProcessResult Compile(params string[] mode)
    {
        var text = new StringBuilder();
        if (cpp is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"#include \"{cpp}\"\n");
        }
        foreach (string header in dpdk.Headers())
        {
            text.Append(CultureInfo.InvariantCulture, $"#include <{header}>\n");
        }
        text.Append("#include <stdio.h>\n#include <string.h>\n");
        text.Append(CultureInfo.InvariantCulture, $"#line 1 \"{FileName}\"\n");
        text.AppendJoin('\n', _lines).Append('\n');
        string source = Path.Combine(Path.GetTempPath(), UniqueName.Next("lay") + (cpp is null ? ".c" : ".cpp"));
        File.WriteAllText(source, text.ToString());
        try
        {
            return ChildProcess.Run(
                cpp is null ? Requirements.Program("gcc", "gcc") : Requirements.Program("g++", "g++"),
                [cpp is null ? "-std=gnu11" : "-std=gnu++17", "-D_GNU_SOURCE", "-DALLOW_EXPERIMENTAL_API", .. dpdk.CompilerFlags, "-w", "-O0", "-fmax-errors=0", "-ftrack-macro-expansion=0", "-fno-diagnostics-show-caret", "-fdiagnostics-color=never", .. mode, source],
                TimeSpan.FromMinutes(2),
                new Dictionary<string, string?>(StringComparer.Ordinal) { ["LC_ALL"] = "C" });
        }
        finally
        {
            File.Delete(source);
        }
    }

    [GeneratedRegex(@"^(?<file>[^:\n]+):(?<line>\d+):(\d+:)? (fatal )?error: (?<text>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Error();

    [GeneratedRegex(@"^#define (?<name>\w+)\(", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Macro();
}
