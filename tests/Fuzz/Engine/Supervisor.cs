using System.Diagnostics;
using System.Globalization;

namespace DpdkSharp.Fuzz;

/// <summary>Runs targets in workers, one after the other. A worker that dies or hangs leaves its last input, and another one goes on.</summary>
internal sealed class Supervisor(string folder, bool keepCorpus, TimeSpan patience)
{
    private const int MostDeaths = 10;

    private readonly FindingStore _findings = new(Path.Combine(folder, "findings"));

    /// <summary>Runs a target.</summary>
    /// <returns>How many executions, findings and edges there were, and how many seconds it took.</returns>
    public TargetResult Run(string target, long executions, TimeSpan time, int seed)
    {
        string program = Instrumented.Create(Path.Combine(folder, "instrumented"));
        string statePath = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"state-{Environment.ProcessId}"));
        long start = Stopwatch.GetTimestamp();
        long done = 0;
        long findings = 0;
        long edges = 0;
        try
        {
            for (int deaths = 0; deaths < MostDeaths && done < executions && Stopwatch.GetElapsedTime(start) < time; deaths++)
            {
                File.Delete(statePath);
                using var state = new WorkerState(statePath);
                state.ClearInput();
                string? death = RunWorker(program, target, executions - done, time - Stopwatch.GetElapsedTime(start), seed + deaths, statePath, state);
                done += state.Executions;
                findings += state.Findings;
                edges = Math.Max(edges, state.Edges);
                if (death is null)
                {
                    break;
                }
                // Where it died tells one kind from another.
                string kind = death.Split('\n').FirstOrDefault(static l => l.TrimStart().StartsWith("at ", StringComparison.Ordinal)) ?? death;
                findings += _findings.Add(target, state.Input ?? [], kind, death) ? 1 : 0;
            }
        }
        finally
        {
            File.Delete(statePath);
        }
        return new TargetResult(target, done, findings, edges, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    // Null when it ended as it should; otherwise what became of it.
    private string? RunWorker(string program, string target, long executions, TimeSpan time, int seed, string statePath, WorkerState state)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet") { RedirectStandardError = true, UseShellExecute = false };
        foreach (string argument in (string[])[program, "worker", target, statePath, executions.ToString(CultureInfo.InvariantCulture),
            time.TotalSeconds.ToString(CultureInfo.InvariantCulture), seed.ToString(CultureInfo.InvariantCulture), _findings.Folder, keepCorpus ? Path.Combine(folder, "corpus") : string.Empty])
        {
            start.ArgumentList.Add(argument);
        }
        // A dump of each crash would fill the disk; the runtime's own report is enough.
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("The worker could not be started.");
        var errors = new List<string>();
        process.ErrorDataReceived += (_, e) =>
        {
            lock (errors)
            {
                if (e.Data is not null && errors.Count < 200)
                {
                    errors.Add(e.Data);
                }
            }
        };
        process.BeginErrorReadLine();
        long last = -1;
        long lastChange = Stopwatch.GetTimestamp();
        while (!process.WaitForExit(100))
        {
            long now = Volatile.Read(ref state.Executions);
            if (now != last)
            {
                (last, lastChange) = (now, Stopwatch.GetTimestamp());
            }
            else if (Stopwatch.GetElapsedTime(lastChange) > patience)
            {
                process.Kill();
                process.WaitForExit();
                return $"hangs: no progress for {patience.TotalSeconds:F0} seconds";
            }
        }
        process.WaitForExit();
        lock (errors)
        {
            return process.ExitCode == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"ends the process with exit code {process.ExitCode}: {string.Join('\n', errors)}");
        }
    }
}
