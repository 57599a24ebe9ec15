namespace DpdkSharp.Headers;

/// <summary>Reads the groups of hexadecimal digits that addresses are written in.</summary>
internal static class HexadecimalGroup
{
    /// <summary>Reads one to four digits, and nothing else: .NET's own reading of numbers passes over zero characters behind them.</summary>
    internal static bool TryParse(ReadOnlySpan<char> digits, out ushort value)
    {
        value = 0;
        foreach (char digit in digits)
        {
            if (!char.IsAsciiHexDigit(digit))
            {
                return false;
            }

            value = (ushort)((value << 4) | (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10));
        }

        return digits.Length is > 0 and <= 4;
    }
}
