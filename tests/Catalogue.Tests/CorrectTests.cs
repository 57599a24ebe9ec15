namespace DpdkSharp.Catalogue.Tests;

/// <summary>Nothing is said of a program that is right: not by the compiler, not by the analyzers, not by the ledger; and it loses no packet.</summary>
public sealed class CorrectTests(CatalogueFixture catalogue)
{
    public static TheoryData<string> Names => [.. Entry.All("Correct").Select(static e => e.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_correct_program_is_left_in_peace(string name)
    {
        Entry entry = Entry.Find("Correct", name);
        CompiledEntry compiled = catalogue.Compiled(entry);
        Assert.True(compiled.Diagnostics.Count == 0, compiled.Details);
        if (!entry.RunsNot)
        {
            RunResult result = catalogue.Result(entry, checkedMode: true);
            Assert.True(result.Exception is null, $"{result.Exception}: {result.Message}");
        }
    }

    [Fact]
    public void The_catalogue_is_large() => Assert.True(Names.Count >= 40, $"{Names.Count} entries.");
}
