// Measures C# against C. scripts/bench.sh builds the programs and starts this one.
using System.CommandLine;
using System.Globalization;
using DpdkSharp.Benchmarks;
using DpdkSharp.Benchmarks.Measuring;
using Spectre.Console;

var quick = new Option<bool>("--quick") { Description = "a choice of the cases, in less than 3 minutes" };
var only = new Option<string[]>("--only") { Description = "only what has a name that starts with NAME", HelpName = "NAME", AllowMultipleArgumentsPerToken = true };
var list = new Option<bool>("--list") { Description = "print the names of all that can be measured, and measure nothing" };
var pairs = new Option<int?>("--pairs")
{
    Description = "how many times each side is measured, at least 7 (default: 15; with --quick 7)",
    HelpName = "N",
    CustomParser = static result =>
    {
        if (int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out int number) && number >= 7)
        {
            return number;
        }
        result.AddError($"--pairs must be a number, at least 7, as the median of fewer says little; '{result.Tokens[0].Value}' is not.");
        return null;
    },
};
var huge = new Option<bool>("--huge") { Description = "use huge pages" };
var realTime = new Option<bool>("--real-time") { Description = "measure with real-time priority" };
var reference = new Option<FileInfo>("--reference") { Description = "the C program", Required = true };
var jit = new Option<FileInfo>("--jit") { Description = "the C# program, compiled just in time", Required = true };
var aot = new Option<FileInfo?>("--aot") { Description = "the C# program, compiled ahead of time" };
var alternatives = new Option<FileInfo>("--alternatives") { Description = "the C# program that uses interfaces of the kernel", Required = true };
var output = new Option<DirectoryInfo>("--output") { Description = "where the results go", Required = true };
var command = new RootCommand("Measures DpdkSharp against C, side by side, on virtual devices.") { quick, only, list, pairs, huge, realTime, reference, jit, aot, alternatives, output };
command.SetAction(arguments =>
{
    string[] names = arguments.GetValue(only) ?? [];
    var choice = new BenchmarkChoice(names, arguments.GetValue(quick), arguments.GetValue(pairs));
    if (!choice.Names.Any())
    {
        Console.Error.WriteLine($"bench: nothing has a name that starts with {string.Join(" or ", names)}; --list names all");
        return 2;
    }
    if (arguments.GetValue(list))
    {
        Console.WriteLine(string.Join(Environment.NewLine, choice.Names));
        return 0;
    }
    var programs = new WorkerPrograms(
        arguments.GetRequiredValue(reference).FullName,
        arguments.GetRequiredValue(jit).FullName,
        arguments.GetValue(aot)?.FullName,
        arguments.GetRequiredValue(alternatives).FullName,
        arguments.GetValue(huge),
        arguments.GetValue(realTime));
    try
    {
        new BenchmarkSession(programs, choice).Run(arguments.GetRequiredValue(output).FullName);
        return 0;
    }
    catch (BenchmarkException e)
    {
        AnsiConsole.MarkupLineInterpolated($"[red]bench: {e.Message}[/]");
        return 1;
    }
});
ParseResult parsed = command.Parse(args);
int code = parsed.Invoke();
return parsed.Errors.Count > 0 ? 2 : code;
