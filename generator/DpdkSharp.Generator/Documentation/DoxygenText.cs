using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace DpdkSharp.Generator.Documentation;

/// <summary>Running text of a doxygen comment: paragraphs, lists and code.</summary>
internal sealed partial class DoxygenText
{
    private readonly List<(Kind Kind, StringBuilder Text)> _blocks = [];
    private bool _ended = true;

    private enum Kind
    {
        Paragraph,
        Item,
        Code,
    }

    public bool IsEmpty => _blocks.TrueForAll(static b => string.IsNullOrWhiteSpace(b.Text.ToString()));

    /// <summary>Adds a line of running text; one that begins with a dash or a number is an item of a list.</summary>
    public void Line(string text)
    {
        text = text.Trim();
        Match item = ItemStart().Match(text);
        if (item.Success)
        {
            _blocks.Add((Kind.Item, new StringBuilder(item.Groups["text"].Value)));
        }
        else if (_ended || _blocks[^1].Kind == Kind.Code)
        {
            _blocks.Add((Kind.Paragraph, new StringBuilder(text)));
        }
        else
        {
            _blocks[^1].Text.Append(_blocks[^1].Text.Length > 0 ? " " : string.Empty).Append(text);
        }
        _ended = false;
    }

    public void Code(string line)
    {
        if (_blocks.Count == 0 || _blocks[^1].Kind != Kind.Code)
        {
            _blocks.Add((Kind.Code, new StringBuilder()));
        }
        _blocks[^1].Text.Append(line).Append('\n');
        _ended = false;
    }

    public void EndParagraph() => _ended = true;

    /// <summary>The text as a documentation file has it; one paragraph alone needs no element of its own.</summary>
    public IEnumerable<XNode> Nodes()
    {
        List<(Kind Kind, StringBuilder Text)> blocks = [.. _blocks.Where(static b => !string.IsNullOrWhiteSpace(b.Text.ToString()))];
        if (blocks is [{ Kind: Kind.Paragraph }])
        {
            return Inline(blocks[0].Text.ToString());
        }
        var nodes = new List<XNode>();
        XElement? list = null;
        foreach ((Kind kind, StringBuilder text) in blocks)
        {
            if (kind != Kind.Item)
            {
                list = null;
                nodes.Add(kind == Kind.Code ? new XElement("code", Clean(text.ToString().TrimEnd('\n'))) : new XElement("para", Inline(text.ToString())));
                continue;
            }
            if (list is null)
            {
                list = new XElement("list", new XAttribute("type", "bullet"));
                nodes.Add(list);
            }
            list.Add(new XElement("item", new XElement("description", Inline(text.ToString()))));
        }
        return nodes;
    }

    private static List<XNode> Inline(string text)
    {
        var nodes = new List<XNode>();
        var plain = new StringBuilder();
        int position = 0;
        foreach (Match match in InlineCommand().Matches(text))
        {
            plain.Append(text, position, match.Index - position);
            position = match.Index + match.Length;
            if (match.Groups["code"] is { Success: true } code)
            {
                Flush();
                nodes.Add(new XElement("c", Clean(code.Value)));
            }
            else
            {
                // Emphasis and the like: the words alone.
                plain.Append(match.Groups["word"].Value);
            }
        }
        plain.Append(text, position, text.Length - position);
        Flush();
        return nodes;

        void Flush()
        {
            if (plain.Length > 0)
            {
                nodes.Add(new XText(Clean(plain.ToString())));
                plain.Clear();
            }
        }
    }

    /// <summary>What XML has no way to say is left out.</summary>
    private static string Clean(string text) => string.Concat(text.Where(static c => XmlConvert.IsXmlChar(c)));

    [GeneratedRegex(@"^(-#?|\*|\+|\d+[.)])\s+(?<text>.*)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ItemStart();

    // Code by command, by a link's mark, by parentheses, by quotes or by stars; and commands that only change the face of a word.
    [GeneratedRegex(@"[@\\][cp]\s+(?<code>[\w.>()*&\[\]-]*[\w)\]*])|[@\\]ref\s+(?<code>\w+)(\s+""[^""]*"")?|(?<![\w&])#(?<code>[A-Za-z_]\w*)|(?<![\w:])::(?<code>[A-Za-z_]\w*)|\b(?<code>[A-Za-z_]\w*\(\))|`(?<code>[^`]+)`|(?<![\w*])\*(?<code>[A-Za-z_]\w*)\*(?![\w*])|<tt>(?<code>[^<]*)</tt>|[@\\](b|e|em|a|n)\s+(?<word>)|[@\\](?<word>[@\\&<>#%""$])|</?(b|i|br|p|em|strong|ul|li)\s*/?>(?<word>)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InlineCommand();
}
