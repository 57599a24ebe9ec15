using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DpdkSharp.Generator.Documentation;

/// <summary>The XML documentation file of the raw layer: what its own code says, and for all else what the headers say.</summary>
internal static partial class DocumentationFile
{
    /// <summary>The file's content, and how many of the members are documented by the headers.</summary>
    /// <param name="assembly">The name of the assembly.</param>
    /// <param name="members">Its public members.</param>
    /// <param name="comments">What the headers say.</param>
    /// <param name="written">The documentation that the compiler wrote, which is kept; null for none.</param>
    public static (XDocument Document, int FromHeaders) Create(string assembly, IReadOnlyList<AssemblyMember> members, HeaderComments comments, XDocument? written)
    {
        List<XElement> kept = [.. written?.Root?.Element("members")?.Elements("member") ?? []];
        HashSet<string> known = [.. kept.Select(static m => (string)m.Attribute("name")!)];
        var added = new List<XElement>();
        foreach (AssemblyMember member in members)
        {
            if (!known.Contains(member.Id) && Find(comments, member) is { } raw && DoxygenComment.Parse(raw) is { } comment)
            {
                XElement[] elements = [.. comment.Elements(member.Parameters)];
                if (elements.Length > 0 && known.Add(member.Id))
                {
                    added.Add(new XElement("member", new XAttribute("name", member.Id), elements));
                }
            }
        }
        IEnumerable<XElement> all = kept.Concat(added).OrderBy(static m => (string)m.Attribute("name")!, StringComparer.Ordinal);
        return (new XDocument(new XElement("doc", new XElement("assembly", new XElement("name", assembly)), new XElement("members", all))), added.Count);
    }

    private static string? Find(HeaderComments comments, AssemblyMember member)
    {
        if (member.Name is not { } name)
        {
            return comments.Types.GetValueOrDefault(member.Type);
        }
        // A name of C# may carry a version, or an underscore where C has it twice.
        string[] names = [name, VersionSuffix().Replace(name, string.Empty), name.TrimEnd('_')];
        return names.Select(n => comments.Fields.GetValueOrDefault($"{member.Type}.{n}") ?? (IsCName(member) ? comments.Names.GetValueOrDefault(n) : null)).FirstOrDefault(static c => c is not null);
    }

    // Members of the classes of functions and constants, and of enums: all are names of C's own.
    private static bool IsCName(AssemblyMember member) => member.Type is "Dpdk" or "DpdkShim" || member.Id.StartsWith("F:", StringComparison.Ordinal);

    [GeneratedRegex(@"_v\d\d_\d\d$", RegexOptions.NonBacktracking)]
    private static partial Regex VersionSuffix();
}
