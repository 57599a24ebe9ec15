namespace DpdkSharp.Catalogue.Tests;

/// <summary>What catches a mistake: a line <c>// caught by: KIND WHAT "TEXT"</c> of an entry.</summary>
/// <param name="By">compiler, analyzer, exception, checked or nothing.</param>
/// <param name="Name">The id of a diagnostic, or the type of an exception; empty where any will do.</param>
/// <param name="Text">What the exception's message contains.</param>
public sealed record Catch(string By, string Name, string Text)
{
    /// <summary>It shows when the entry is compiled.</summary>
    public bool IsCompileTime => By is "compiler" or "analyzer";

    /// <summary>It shows when the entry runs.</summary>
    public bool IsRunTime => By is "exception" or "checked";
}
