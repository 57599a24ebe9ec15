using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DpdkSharp.Generator.Documentation;

/// <summary>A doxygen comment, read into the parts that a documentation file has.</summary>
internal sealed partial class DoxygenComment
{
    private readonly DoxygenText _summary = new();
    private readonly DoxygenText _returns = new();
    private readonly DoxygenText _remarks = new();
    private readonly Dictionary<string, DoxygenText> _parameters = new(StringComparer.Ordinal);
    private DoxygenText _current;

    private DoxygenComment() => _current = _summary;

    /// <summary>Reads the comment as it stands in the header; null for one that belongs to a file or a group and not to a declaration.</summary>
    public static DoxygenComment? Parse(string raw)
    {
        if (GroupCommand().IsMatch(raw))
        {
            return null;
        }
        var comment = new DoxygenComment();
        string? end = null;
        bool blank = false;
        foreach (string line in Lines(raw))
        {
            string text = line.Trim();
            Match command = BlockCommand().Match(text);
            if (end is not null)
            {
                if (command.Success && command.Groups["name"].Value == end)
                {
                    end = null;
                }
                else
                {
                    comment._current.Code(line);
                }
            }
            else if (command.Success && command.Groups["name"].Value is "code" or "verbatim")
            {
                end = "end" + command.Groups["name"].Value;
            }
            else if (command.Success)
            {
                comment.Begin(command.Groups["name"].Value, command.Groups["rest"].Value);
            }
            else if (text.Length == 0)
            {
                comment._current.EndParagraph();
                blank = true;
                continue;
            }
            else
            {
                // What follows a blank line at the margin goes on about the whole; what is indented, about the parameter or result.
                if (blank && comment._current != comment._remarks && (comment._current == comment._summary || !line.StartsWith("  ", StringComparison.Ordinal)))
                {
                    comment._current = comment._summary.IsEmpty ? comment._summary : comment._remarks;
                }
                comment._current.Line(text);
            }
            blank = false;
        }
        return comment;
    }

    /// <summary>The elements that stand inside of a member.</summary>
    /// <param name="parameters">The names of its parameters: what is said of others is left out.</param>
    public IEnumerable<XElement> Elements(IReadOnlyList<string> parameters)
    {
        // A comment that is all commands has its first words elsewhere.
        DoxygenText summary = !_summary.IsEmpty ? _summary : !_remarks.IsEmpty ? _remarks : _returns;
        if (!summary.IsEmpty)
        {
            yield return new XElement("summary", summary.Nodes());
        }
        foreach (string parameter in parameters)
        {
            if (_parameters.TryGetValue(parameter, out DoxygenText? text) && !text.IsEmpty)
            {
                yield return new XElement("param", new XAttribute("name", parameter), text.Nodes());
            }
        }
        if (!_returns.IsEmpty && summary != _returns)
        {
            yield return new XElement("returns", _returns.Nodes());
        }
        if (!_remarks.IsEmpty && summary != _remarks)
        {
            yield return new XElement("remarks", _remarks.Nodes());
        }
    }

    private void Begin(string command, string rest)
    {
        switch (command)
        {
            case "brief" or "short":
                _current = _summary;
                _current.Line(rest);
                break;
            case "param":
                Match parameter = Parameter().Match(rest);
                _current = parameter.Success ? Text(parameter.Groups["name"].Value) : _remarks;
                _current.Line(parameter.Success ? parameter.Groups["text"].Value : rest);
                break;
            case "return" or "returns" or "result":
                _current = _returns;
                _current.Line(rest);
                break;
            case "retval":
                _current = _returns;
                _current.Line("- " + rest);
                break;
            default:
                _current = _remarks;
                _current.EndParagraph();
                _current.Line(Title(command) + rest.Trim());
                break;
        }
    }

    private DoxygenText Text(string parameter)
    {
        if (!_parameters.TryGetValue(parameter, out DoxygenText? text))
        {
            _parameters[parameter] = text = new DoxygenText();
        }
        return text;
    }

    private static string Title(string command) => command switch
    {
        "note" or "remark" or "remarks" => "Note: ",
        "warning" or "attention" => "Warning: ",
        "deprecated" => "Deprecated: ",
        "see" or "sa" => "See ",
        "since" => "Since ",
        "pre" => "Before: ",
        "post" => "After: ",
        _ => string.Empty,
    };

    /// <summary>The lines without the marks of the comment; the indentation after them stays.</summary>
    private static IEnumerable<string> Lines(string raw)
    {
        foreach (string line in raw.Replace("\r", string.Empty, StringComparison.Ordinal).Split('\n'))
        {
            string text = LineStart().Replace(line, string.Empty);
            text = text.TrimEnd();
            if (text.EndsWith("*/", StringComparison.Ordinal))
            {
                text = text[..^2].TrimEnd('*', ' ', '\t');
            }
            yield return text.Replace("\t", "  ", StringComparison.Ordinal);
        }
    }

    // A comment that opens or closes a group, or that a command places elsewhere.
    [GeneratedRegex(@"[@\\](file|\{|\}|defgroup|addtogroup|mainpage|page|dir|def\s)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex GroupCommand();

    [GeneratedRegex(@"^\s*(/\*[*!]+<?|///?<?|\*(?!/))? ?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineStart();

    [GeneratedRegex(@"^[@\\](?<name>brief|short|details|param|returns?|result|retval|note|remarks?|warning|attention|deprecated|see|sa|since|todo|bug|internal|pre|post|code|endcode|verbatim|endverbatim|par|name|ingroup|struct|enum|fn)\b(\{[^}]*\})?(?<rest>.*)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex BlockCommand();

    [GeneratedRegex(@"^\s*(\[[^\]]*\])?\s*(?<name>\w+)\s*[:-]?\s*(?<text>.*)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();
}
