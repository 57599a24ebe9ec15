namespace DpdkSharp.Docs.Tests;

/// <summary>A fenced block of a page.</summary>
/// <param name="Page">The page.</param>
/// <param name="Line">Where it begins.</param>
/// <param name="Language">csharp or c.</param>
/// <param name="Directive">How it is tested; empty when nothing says so.</param>
/// <param name="Code">Its lines.</param>
public sealed record Block(string Page, int Line, string Language, string Directive, string Code)
{
    public string Verb => Directive.Split(' ')[0];

    public string Arguments => Directive.Contains(' ', StringComparison.Ordinal) ? Directive[(Directive.IndexOf(' ', StringComparison.Ordinal) + 1)..] : string.Empty;

    public override string ToString() => $"{Page}:{Line:D}";
}
