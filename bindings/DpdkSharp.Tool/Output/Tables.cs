using Spectre.Console;

namespace DpdkSharp.Tool.Output;

/// <summary>Tables as all commands show them: no lines, two blanks between columns, numbers to the right.</summary>
internal static class Tables
{
    /// <summary>A table with a heading for each column; one that begins with &gt; is of numbers.</summary>
    public static Table Create(params ReadOnlySpan<string> headings)
    {
        Table table = new Table().NoBorder();
        foreach (string heading in headings)
        {
            bool number = heading.StartsWith('>');
            var column = new TableColumn(new Text(number ? heading[1..] : heading, new Style(decoration: Decoration.Bold)))
            {
                Padding = new Padding(0, 0, 2, 0),
                NoWrap = number,
                Alignment = number ? Justify.Right : Justify.Left,
            };
            table.AddColumn(column);
        }
        return table;
    }

    /// <summary>Adds a row of plain texts: nothing in them is taken for markup.</summary>
    public static void Add(this Table table, params ReadOnlySpan<string> cells)
    {
        var texts = new Text[cells.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = new Text(cells[i]);
        }
        table.AddRow(texts);
    }
}
