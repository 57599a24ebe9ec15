using System.Globalization;

namespace DpdkSharp.Samples.L3Fwd;

/// <summary>A file of rules, one a line. Empty lines and those that begin with '#' are passed over; 'R' begins a route, '@' an ACL rule that denies.</summary>
internal static class RuleFile
{
    private static readonly char[] s_blanks = [' ', '\t'];

    /// <summary>Reads the rules of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="parse">Makes a rule of the fields of a line; the first field lacks the leading character.</param>
    /// <param name="denials">True where '@' lines are allowed.</param>
    /// <returns>The rules, in their order.</returns>
    /// <exception cref="UsageException">The file cannot be read, or a line is wrong; the message names both.</exception>
    public static List<T> Read<T>(string path, Func<RuleFields, bool, T> parse, bool denials = false)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"the rule file cannot be read: {e.Message}", e);
        }
        return Parse(path, lines, parse, denials);
    }

    /// <summary>Reads the rules of lines.</summary>
    /// <param name="path">The file that they are from, for the message.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="parse">Makes a rule of the fields of a line; the first field lacks the leading character.</param>
    /// <param name="denials">True where '@' lines are allowed.</param>
    /// <returns>The rules, in their order.</returns>
    /// <exception cref="UsageException">A line is wrong; the message names it.</exception>
    internal static List<T> Parse<T>(string path, string[] lines, Func<RuleFields, bool, T> parse, bool denials)
    {
        var rules = new List<T>();
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }
            if (line[0] != 'R' && (line[0] != '@' || !denials))
            {
                throw new UsageException($"{path} line {i + 1}: '{line}' does not begin with {(denials ? "'R' or '@'" : "'R'")}.");
            }
            try
            {
                rules.Add(parse(new RuleFields(line[1..].Split(s_blanks, StringSplitOptions.RemoveEmptyEntries)), line[0] == '@'));
            }
            catch (FormatException e)
            {
                throw new UsageException($"{path} line {i + 1}: {e.Message} ('{line}')", e);
            }
        }
        return rules.Count > 0 ? rules : throw new UsageException($"{path} has no rules.");
    }

    /// <summary>A number in decimal, or in hexadecimal with 0x before it.</summary>
    internal static uint Number(string text, uint most, string what, uint least = 0)
    {
        // .NET's own reading of numbers passes over zero characters behind the digits.
        bool hexadecimal = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        return uint.TryParse(hexadecimal ? text.AsSpan(2) : text, hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out uint number) && !text.Contains('\0', StringComparison.Ordinal) && number >= least && number <= most
            ? number
            : throw new FormatException($"'{text}' is no {what}: a number from {least} to {most}.");
    }
}
