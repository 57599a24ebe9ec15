namespace DpdkSharp.Catalogue.Tests;

/// <summary>How a run of an entry ended.</summary>
/// <param name="Exception">The type of the exception that ended it; null when none did, "crash" or "hang" when its process did not survive.</param>
/// <param name="Message">The exception's text with its stack, or what the process wrote last.</param>
public sealed record RunResult(string? Exception, string Message);
