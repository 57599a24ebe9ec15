using System.Text.Json;
using DpdkSharp.TestKit;

namespace DpdkSharp.Catalogue.Tests;

/// <summary>Runs compiled entries in child processes: many in one, as long as none of them ends it.</summary>
internal static class EntryRuns
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(60);

    private static string Runner => Path.Combine(AppContext.BaseDirectory, "CatalogueRunner");

    /// <summary>Runs entries.</summary>
    /// <param name="entries">What to run.</param>
    /// <param name="checkedMode">Whether the ledger of packet owners is on.</param>
    /// <returns>How each ended, by name.</returns>
    public static Dictionary<string, RunResult> Run(IEnumerable<CompiledEntry> entries, bool checkedMode)
    {
        var results = new Dictionary<string, RunResult>(StringComparer.Ordinal);
        foreach (CompiledEntry entry in entries.Where(static e => e.Entry.RunsAlone))
        {
            _ = Start(["--alone", entry.Assembly!, .. EalArguments.Isolated(2)], [entry], checkedMode, results);
        }
        CompiledEntry[] left = [.. entries.Where(static e => !e.Entry.RunsAlone)];
        while (left.Length > 0)
        {
            int done = Start([.. EalArguments.Isolated(2), "--", .. left.Select(static e => e.Assembly!)], left, checkedMode, results);
            left = left[done..];
        }
        return results;
    }

    /// <returns>How many entries have a result now, the one that ended its process included.</returns>
    private static int Start(IEnumerable<string> arguments, CompiledEntry[] entries, bool checkedMode, Dictionary<string, RunResult> results)
    {
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["DPDKSHARP_CHECKED"] = checkedMode ? "1" : null };
        using ChildProcess child = ChildProcess.Start(Runner, arguments, environment);
        child.CloseInput();
        string end = "crash";
        try
        {
            child.WaitForExit(s_timeout);
        }
        catch (TimeoutException)
        {
            end = "hang";
        }
        int done = 0;
        foreach (string line in child.StandardOutput.Split('\n').Where(static l => l.StartsWith("@@ ", StringComparison.Ordinal)))
        {
            JsonElement result = JsonElement.Parse(line[3..]);
            if (result.GetProperty("state").GetString() == "ended")
            {
                results[entries[done++].Entry.Name] = new RunResult(result.GetProperty("exception").GetString(), result.GetProperty("message").GetString() ?? "");
            }
        }
        if (done < entries.Length)
        {
            results[entries[done++].Entry.Name] = new RunResult(end, child.StandardOutput + child.StandardError);
        }
        return done;
    }
}
