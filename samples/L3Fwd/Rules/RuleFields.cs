namespace DpdkSharp.Samples.L3Fwd;

/// <summary>The fields of a rule's line, taken one after the other.</summary>
internal sealed class RuleFields(string[] fields)
{
    private int _next;

    /// <summary>The next field.</summary>
    /// <param name="what">What it should be, for the message.</param>
    /// <exception cref="FormatException">There is none.</exception>
    public string Next(string what) => _next < fields.Length ? fields[_next++] : throw new FormatException($"the {what} is missing.");

    /// <summary>The next field as a number.</summary>
    public uint Number(uint most, string what) => RuleFile.Number(Next(what), most, what);

    /// <summary>The next field as two texts with a slash between them.</summary>
    public (string Before, string After) Pair(string what)
    {
        string text = Next(what);
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash >= 0 ? (text[..slash], text[(slash + 1)..]) : throw new FormatException($"'{text}' is no {what}: there is no '/' in it.");
    }

    /// <summary>The next three fields as a range of ports: "0 : 65535".</summary>
    public (ushort Low, ushort High) PortRange(string what)
    {
        uint low = Number(ushort.MaxValue, what);
        string colon = Next(what);
        uint high = Number(ushort.MaxValue, what);
        return colon == ":" && low <= high ? ((ushort)low, (ushort)high) : throw new FormatException($"'{low} {colon} {high}' is no {what}: two ports in their order, with ' : ' between them.");
    }

    /// <summary>Throws when there are more fields.</summary>
    public void End()
    {
        if (_next < fields.Length)
        {
            throw new FormatException($"'{fields[_next]}' is one field too many.");
        }
    }
}
