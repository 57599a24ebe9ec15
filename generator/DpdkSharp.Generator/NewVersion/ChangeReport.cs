using System.Globalization;
using System.Text;
using DpdkSharp.Generator.Model;

namespace DpdkSharp.Generator.NewVersion;

/// <summary>The changes between two versions as a person reads them: counts first, then library by library.</summary>
internal static class ChangeReport
{
    public static string Write(DpdkVersion before, DpdkVersion after)
    {
        IReadOnlyList<ApiChange> changes = ApiComparison.Compare(before, after);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"What changed in the API from DPDK {before.Version} (ABI {before.Abi}) to {after.Version} (ABI {after.Abi}): {Counts(changes)}\n");
        List<IGrouping<string, ApiChange>> libraries = [.. changes.GroupBy(static c => c.Library, StringComparer.Ordinal).OrderBy(static g => g.Key, StringComparer.Ordinal)];
        foreach (IGrouping<string, ApiChange> library in libraries)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {library.Key}: {Counts(library)}\n");
        }
        foreach (IGrouping<string, ApiChange> library in libraries)
        {
            text.Append('\n').Append(library.Key).Append('\n');
            foreach (IGrouping<ApiChangeKind, ApiChange> kind in library.GroupBy(static c => c.Kind).OrderBy(static g => g.Key))
            {
                text.Append("  ").Append(Word(kind.Key)).Append('\n');
                foreach (ApiChange change in kind)
                {
                    text.Append("    ").Append(change.Text).Append('\n');
                }
            }
        }
        return text.ToString();
    }

    private static string Counts(IEnumerable<ApiChange> changes)
    {
        string counts = string.Join(", ", changes.GroupBy(static c => c.Kind)
            .OrderBy(static g => g.Key)
            .Select(static g => string.Create(CultureInfo.InvariantCulture, $"{g.Count()} {Word(g.Key)}")));
        return counts.Length == 0 ? "nothing" : counts;
    }

    private static string Word(ApiChangeKind kind) => kind switch
    {
        ApiChangeKind.Added => "added",
        ApiChangeKind.Removed => "removed",
        ApiChangeKind.Moved => "moved",
        ApiChangeKind.Resized => "resized",
        ApiChangeKind.LaidOutAnew => "laid out anew",
        ApiChangeKind.ChangedSignature => "with another signature",
        ApiChangeKind.ChangedType => "of another type",
        ApiChangeKind.ChangedValue => "with another value",
        _ => "marked otherwise",
    };
}
