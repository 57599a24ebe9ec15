using System.Text;

namespace DpdkSharp.Generator.Emit;

/// <summary>Text with indentation.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _level;
    private bool _afterOpen = true;

    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', 4 * _level).Append(line);
        }
        _text.Append('\n');
        _afterOpen = false;
    }

    /// <summary>An empty line, except right after an opening brace.</summary>
    public void Gap()
    {
        if (!_afterOpen)
        {
            _text.Append('\n');
            _afterOpen = true;
        }
    }

    public void Open(string line)
    {
        Line(line);
        Line("{");
        _level++;
        _afterOpen = true;
    }

    public void Close()
    {
        _level--;
        Line("}");
    }

    /// <summary>The end of a switch expression.</summary>
    public void CloseExpression()
    {
        _level--;
        Line("};");
    }

    public override string ToString() => _text.ToString();
}
