[assembly: AssemblyFixture(typeof(DpdkSharp.Catalogue.Tests.CatalogueFixture))]

namespace DpdkSharp.Catalogue.Tests;

/// <summary>All entries, compiled once, and run once for each mode in which one promises something.</summary>
public sealed class CatalogueFixture : IAsyncLifetime
{
    private Dictionary<string, CompiledEntry> _compiled = [];
    private Dictionary<string, RunResult> _unchecked = [];
    private Dictionary<string, RunResult> _checked = [];

    public CompiledEntry Compiled(Entry entry) => _compiled[entry.Folder + entry.Name];

    /// <summary>How the entry ended with the ledger of packet owners off, or on.</summary>
    public RunResult Result(Entry entry, bool checkedMode) => (checkedMode ? _checked : _unchecked)[entry.Name];

    public async ValueTask InitializeAsync()
    {
        CompiledEntry[] entries = await Task.WhenAll(Entry.All("Misuse").Concat(Entry.All("Correct")).Select(static e => Task.Run(() => CompiledEntry.Compile(e))));
        _compiled = entries.ToDictionary(static e => e.Entry.Folder + e.Entry.Name, StringComparer.Ordinal);
        CompiledEntry[] programs = [.. entries.Where(static e => e.Assembly is not null && !e.Entry.RunsNot)];
        _unchecked = EntryRuns.Run(programs.Where(static e => e.Entry.Catches.Any(static c => c.By == "exception")), checkedMode: false);
        _checked = EntryRuns.Run(programs.Where(static e => e.Entry.Folder == "Correct" || e.Entry.Catches.Any(static c => c.By == "checked")), checkedMode: true);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
