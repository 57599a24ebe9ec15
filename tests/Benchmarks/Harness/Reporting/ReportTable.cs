namespace DpdkSharp.Benchmarks.Reporting;

/// <summary>A table of a report.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Note">What its figures are, in a sentence or two.</param>
/// <param name="Columns">The heads of the columns; the first column names the row.</param>
/// <param name="Rows">The rows, of as many cells as there are columns.</param>
internal sealed record ReportTable(string Title, string Note, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);
