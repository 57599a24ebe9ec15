using System.Globalization;
using System.Text;

namespace DpdkSharp.Testing;

/// <summary>Packets as text: header by header, and in hexadecimal. Any bytes will do; nothing here throws for what a packet says.</summary>
public static class PacketText
{
    private const int RowLength = 16;

    /// <summary>Shows a packet: its headers with their fields and whether checksums are right, then its bytes.</summary>
    /// <param name="packet">The packet, from its Ethernet header on.</param>
    /// <returns>Several lines.</returns>
    public static string Describe(ReadOnlySpan<byte> packet)
    {
        var text = new StringBuilder();
        _ = text.Append(CultureInfo.InvariantCulture, $"{packet.Length} bytes\n");
        foreach (DissectedLayer layer in Dissector.Run(packet))
        {
            _ = text.Append("  ").Append(layer);
            for (int i = 0; i < layer.Fields.Count; i++)
            {
                (string name, string value) = layer.Fields[i];
                _ = text.Append(i == 0 ? ": " : ", ").Append(name).Append(' ').Append(value);
            }
            _ = text.Append('\n');
        }
        for (int row = 0; row < packet.Length; row += RowLength)
        {
            AppendRow(text, ' ', packet, row);
        }
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>Shows bytes in hexadecimal and as ASCII, 16 a line.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>A line for each 16 bytes.</returns>
    public static string HexDump(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        for (int row = 0; row < bytes.Length; row += RowLength)
        {
            AppendRow(text, ' ', bytes, row);
        }
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>Shows what is different between two packets: the headers and fields, then the bytes with the different ones marked.</summary>
    /// <param name="expected">What was expected.</param>
    /// <param name="actual">What there is.</param>
    /// <returns>Several lines; empty when the packets are equal.</returns>
    public static string Compare(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual)
    {
        if (expected.SequenceEqual(actual))
        {
            return string.Empty;
        }
        var text = new StringBuilder();
        int common = Math.Min(expected.Length, actual.Length);
        int first = expected.CommonPrefixLength(actual);
        int different = 0;
        for (int i = first; i < common; i++)
        {
            different += expected[i] != actual[i] ? 1 : 0;
        }
        _ = text.Append("The packets differ");
        if (different > 0)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $" in {different} of {common} bytes, first at byte {first}");
        }
        if (expected.Length != actual.Length)
        {
            _ = text.Append(CultureInfo.InvariantCulture, $"{(different > 0 ? ", and" : string.Empty)} in length: expected {expected.Length} bytes, actual {actual.Length}");
        }
        _ = text.Append(".\n");
        AppendFields(text, Dissector.Run(expected), Dissector.Run(actual));
        AppendBytes(text, expected, actual);
        return text.ToString().TrimEnd('\n');
    }

    private static void AppendFields(StringBuilder text, List<DissectedLayer> expected, List<DissectedLayer> actual)
    {
        if (!expected.Select(static l => l.Name).SequenceEqual(actual.Select(static l => l.Name), StringComparer.Ordinal))
        {
            _ = text.Append("  layers expected ").AppendJoin(" / ", expected.Select(static l => l.Name))
                .Append("\n         actual   ").AppendJoin(" / ", actual.Select(static l => l.Name)).Append('\n');
        }
        for (int i = 0; i < Math.Min(expected.Count, actual.Count) && expected[i].Name == actual[i].Name; i++)
        {
            bool named = false;
            foreach ((string name, string? before, string? after) in Pair(expected[i], actual[i]))
            {
                if (before == after)
                {
                    continue;
                }
                if (!named)
                {
                    named = true;
                    _ = text.Append("  ").Append(expected[i].Name).Append(CultureInfo.InvariantCulture, $" (at byte {expected[i].Offset})\n");
                }
                _ = text.Append(CultureInfo.InvariantCulture, $"    {name,-23} expected {before ?? "nothing"}\n")
                    .Append(CultureInfo.InvariantCulture, $"    {string.Empty,-23} actual   {after ?? "nothing"}\n");
            }
        }
    }

    private static IEnumerable<(string Name, string? Expected, string? Actual)> Pair(DissectedLayer expected, DissectedLayer actual)
    {
        foreach (string name in expected.Fields.Select(static f => f.Name).Union(actual.Fields.Select(static f => f.Name), StringComparer.Ordinal))
        {
            yield return (name, Find(expected, name), Find(actual, name));
        }

        static string? Find(DissectedLayer layer, string name) => layer.Fields.Find(f => f.Name == name).Value;
    }

    private static void AppendBytes(StringBuilder text, ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual)
    {
        _ = text.Append("  bytes: '-' expected, '+' actual\n");
        int length = Math.Max(expected.Length, actual.Length);
        Span<char> marks = stackalloc char[(RowLength * 3) + 1];
        for (int row = 0; row < length; row += RowLength)
        {
            ReadOnlySpan<byte> before = Row(expected, row);
            ReadOnlySpan<byte> after = Row(actual, row);
            if (before.SequenceEqual(after))
            {
                AppendRow(text, ' ', actual, row);
                continue;
            }
            if (!before.IsEmpty)
            {
                AppendRow(text, '-', expected, row);
            }
            if (!after.IsEmpty)
            {
                AppendRow(text, '+', actual, row);
            }
            marks.Fill(' ');
            for (int i = 0; i < Math.Max(before.Length, after.Length); i++)
            {
                if (i >= before.Length || i >= after.Length || before[i] != after[i])
                {
                    marks.Slice(Column(i), 2).Fill('^');
                }
            }
            _ = text.Append("          ").Append(marks.TrimEnd()).Append('\n');
        }
    }

    private static ReadOnlySpan<byte> Row(ReadOnlySpan<byte> bytes, int row) => row >= bytes.Length ? [] : bytes.Slice(row, Math.Min(RowLength, bytes.Length - row));

    // A gap in the middle helps the eye.
    private static int Column(int i) => (3 * i) + (i >= RowLength / 2 ? 1 : 0);

    private static void AppendRow(StringBuilder text, char mark, ReadOnlySpan<byte> bytes, int row)
    {
        ReadOnlySpan<byte> part = Row(bytes, row);
        Span<char> line = stackalloc char[(RowLength * 4) + 3];
        line.Fill(' ');
        for (int i = 0; i < part.Length; i++)
        {
            _ = part[i].TryFormat(line[Column(i)..], out _, "x2", CultureInfo.InvariantCulture);
            line[(RowLength * 3) + 2 + i] = part[i] is >= 0x20 and < 0x7F ? (char)part[i] : '.';
        }
        _ = text.Append(CultureInfo.InvariantCulture, $"  {mark} {row:x4}  ").Append(line.TrimEnd()).Append('\n');
    }
}
