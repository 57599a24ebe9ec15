namespace DpdkSharp.Docs.Tests;

/// <summary>The same thing in C, on the raw layer, and on the safe layer.</summary>
public sealed record Idiom(string Page, int Line, string C, string Raw, string Safe);
