// Coverage-guided fuzzing of what reads packets, captures and texts. scripts/fuzz.sh runs it; `worker` is what it starts itself.
using System.CommandLine;
using System.Globalization;
using DpdkSharp.Fuzz;
using DpdkSharp.TestKit;

if (args is ["worker", var name, var statePath, var most, var seconds, var seedText, var findingsFolder, var corpusFolder])
{
    var coverage = new CoverageMap();
    FuzzTarget worked = FuzzTargets.Find(name);
    using var state = new WorkerState(statePath);
    new FuzzLoop(worked, coverage, state, new FindingStore(findingsFolder), new CorpusStore(corpusFolder.Length > 0 ? corpusFolder : null), int.Parse(seedText, CultureInfo.InvariantCulture))
        .Run(long.Parse(most, CultureInfo.InvariantCulture), TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)));
    return 0;
}

var targets = new Argument<string[]>("TARGET") { Description = "What to fuzz; all by default. A name, or its beginning with *.", Arity = ArgumentArity.ZeroOrMore };
var executions = new Option<long>("--executions") { Description = "How often each target runs.", HelpName = "N" };
var minutes = new Option<double>("--minutes") { Description = "How long all targets together run.", HelpName = "N" };
var seed = new Option<int>("--seed") { Description = "Where the random numbers begin; the time by default.", HelpName = "N", DefaultValueFactory = static _ => Environment.TickCount };
var patience = new Option<double>("--patience") { Description = "Seconds after which an execution that does not end is a finding.", HelpName = "N", DefaultValueFactory = static _ => 20 };
var fresh = new Option<bool>("--fresh") { Description = "Neither use nor keep the inputs that earlier runs found." };
var list = new Option<bool>("--list") { Description = "List the targets." };
var replay = new Option<FileInfo?>("--replay") { Description = "Run one target with one input, and show what it does.", HelpName = "FILE" };
var command = new RootCommand("Coverage-guided fuzzing of DpdkSharp. With neither --executions nor --minutes each target runs a million times.") { targets, executions, minutes, seed, patience, fresh, list, replay };
command.SetAction(result =>
{
    if (result.GetValue(list))
    {
        foreach (FuzzTarget target in FuzzTargets.All)
        {
            Console.WriteLine(target.Name);
        }
        return 0;
    }
    string[] patterns = result.GetValue(targets) is { Length: > 0 } given ? given : ["*"];
    var chosen = new List<string>();
    foreach (string pattern in patterns)
    {
        string[] matches = [.. FuzzTargets.All.Select(static t => t.Name).Concat(pattern.StartsWith("planted-", StringComparison.Ordinal) ? [pattern] : []).Where(n => pattern.EndsWith('*') ? n.StartsWith(pattern[..^1], StringComparison.Ordinal) : n == pattern)];
        if (matches.Length == 0)
        {
            Console.Error.WriteLine($"fuzz: there is no target '{pattern}'; --list tells them");
            return 2;
        }
        chosen.AddRange(matches);
    }
    if (result.GetValue(replay) is { } file)
    {
        byte[] input = File.ReadAllBytes(file.FullName);
        // As long a memory as the input: the guard page is right behind it.
        FuzzTargets.Find(chosen[0]).Run(new GuardedMemory(Math.Max(1, input.Length)).AtEnd(input));
        Console.WriteLine($"{chosen[0]}: {input.Length} bytes, no finding");
        return 0;
    }
    double wantedMinutes = result.GetValue(minutes);
    long wanted = result.GetValue(executions) is > 0 and long n ? n : wantedMinutes > 0 ? long.MaxValue : 1_000_000;
    TimeSpan time = wantedMinutes > 0 ? TimeSpan.FromMinutes(wantedMinutes) / chosen.Count : TimeSpan.FromDays(1);
    string folder = Path.Combine(RepositoryPaths.Artifacts, "fuzz");
    Directory.CreateDirectory(folder);
    var supervisor = new Supervisor(folder, !result.GetValue(fresh), TimeSpan.FromSeconds(result.GetValue(patience)));
    var results = new List<TargetResult>();
    Console.WriteLine($"{"target",-28} {"executions",14} {"a second",10} {"edges",7} {"findings",9}");
    foreach (string target in chosen)
    {
        TargetResult of = supervisor.Run(target, wanted, time, result.GetValue(seed));
        results.Add(of);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{of.Target,-28} {of.Executions,14:N0} {of.Executions / of.Seconds,10:N0} {of.Edges,7} {of.Findings,9}"));
        File.AppendAllText(Path.Combine(folder, "runs.tsv"), string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:s}\t{of.Target}\t{of.Executions}\t{of.Seconds:F1}\t{of.Edges}\t{of.Findings}\n"));
    }
    long findings = results.Sum(static r => r.Findings);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{results.Sum(static r => r.Executions):N0} executions of {results.Count} targets, {findings} findings{(findings > 0 ? $" in {Path.Combine(folder, "findings")}" : string.Empty)}"));
    return findings > 0 ? 1 : 0;
});
return command.Parse(args).Invoke();
