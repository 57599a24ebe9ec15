namespace DpdkSharp.Catalogue.Tests;

/// <summary>Each mistake is caught by what its file promises, in the place that it marks, and by nothing else that would speak of something else.</summary>
public sealed class MisuseTests(CatalogueFixture catalogue)
{
    public static TheoryData<string> Names => [.. Entry.All("Misuse").Select(static e => e.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mistake_is_caught(string name)
    {
        Entry entry = Entry.Find("Misuse", name);
        CompiledEntry compiled = catalogue.Compiled(entry);
        Assert.True(entry.Catches.Count > 0, "The file does not say what catches the mistake.");
        Assert.True(
            entry.PromisedDiagnostics.SequenceEqual(compiled.Diagnostics, StringComparer.Ordinal),
            $"Promised: {string.Join(", ", entry.PromisedDiagnostics)}. Found:\n{compiled.Details}");
        Assert.All(entry.Catches.Where(static c => c.IsCompileTime), promised => Assert.Contains(promised.Name, string.Join('\n', compiled.Diagnostics), StringComparison.Ordinal));
        foreach (Catch promised in entry.Catches.Where(static c => c.IsRunTime))
        {
            RunResult result = catalogue.Result(entry, promised.By == "checked");
            Assert.True(result.Exception is not (null or "crash" or "hang"), $"{promised.By}: no exception, but '{result.Exception ?? "a good end"}'. {result.Message}");
            Assert.Contains(promised.Text, result.Message, StringComparison.Ordinal);
            if (promised.Name.Length > 0)
            {
                Assert.Equal(promised.Name, result.Exception);
            }
        }
    }

    [Fact]
    public void The_catalogue_is_large_and_hardly_anything_is_caught_by_nothing()
    {
        IReadOnlyList<Entry> entries = Entry.All("Misuse");
        Assert.True(entries.Count >= 40, $"{entries.Count} entries.");
        Entry[] uncaught = [.. entries.Where(static e => e.Catches.Any(static c => c.By == "nothing"))];
        Assert.True(uncaught.Length <= 3, string.Join(", ", uncaught.Select(static e => e.Name)));
        Assert.All(uncaught, static e => Assert.Single(e.Catches));
    }
}
