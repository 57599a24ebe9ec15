using System.CommandLine.Parsing;
using System.Globalization;

namespace DpdkSharp.Samples;

/// <summary>Reads the values of options that several samples have.</summary>
public static class OptionParser
{
    /// <summary>A hexadecimal mask of ports other than 0.</summary>
    /// <param name="result">The option's value.</param>
    /// <returns>The mask.</returns>
    public static ulong Mask(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        ReadOnlySpan<char> digits = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? text.AsSpan(2) : text;
        if (!ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong mask) || mask == 0)
        {
            result.AddError($"-p: '{text}' is no port mask: a hexadecimal number other than 0, a bit for each port (0x3 for ports 0 and 1).");
        }
        return mask;
    }

    /// <summary>A decimal number in a range.</summary>
    /// <param name="result">The option's value.</param>
    /// <param name="least">The least.</param>
    /// <param name="most">The most.</param>
    /// <returns>The number.</returns>
    public static int Number(ArgumentResult result, int least, int most)
    {
        string text = result.Tokens[0].Value;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < least || number > most)
        {
            result.AddError($"'{text}' is not a number from {least} to {most}.");
        }
        return number;
    }
}
