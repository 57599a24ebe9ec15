using System.Globalization;
using System.Text;

namespace DpdkSharp.Generator.Extract;

/// <summary>Tells a person which headers the compiler could not read, why, and what to do.</summary>
internal static class HeaderErrors
{
    // The first errors of a header are its own; what follows is mostly their consequence.
    private const int PerHeader = 3;

    public static GeneratorException Explain(string version, HeaderMap headers, IReadOnlyList<Diagnostic> errors)
    {
        List<IGrouping<string, Diagnostic>> byHeader = [.. errors.GroupBy(e => Name(headers, e.File), StringComparer.Ordinal)];
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"the headers of DPDK {version} do not compile ({errors.Count} errors in {byHeader.Count} headers); nothing was written.\n");
        foreach (IGrouping<string, Diagnostic> header in byHeader)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {header.Key}\n");
            foreach (Diagnostic error in header.Take(PerHeader))
            {
                text.Append(CultureInfo.InvariantCulture, $"    {error.Text}\n");
            }
            if (header.Count() > PerHeader)
            {
                text.Append(CultureInfo.InvariantCulture, $"    and {header.Count() - PerHeader} more\n");
            }
        }
        text.Append("Install what a header includes and does not find; a header that no program can include goes into \"excludeHeaders\" of generator/dpdk.json, with the reason.");
        return new GeneratorException(text.ToString());
    }

    private static string Name(HeaderMap headers, string file)
    {
        if (file.Length == 0)
        {
            return "the command line";
        }
        string full = Path.GetFullPath(file);
        string? folder = headers.Folders.FirstOrDefault(f => full.StartsWith(f + '/', StringComparison.Ordinal));
        return folder is null ? file : full[(folder.Length + 1)..];
    }
}
