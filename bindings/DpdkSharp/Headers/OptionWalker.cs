namespace DpdkSharp.Headers;

/// <summary>
/// Steps through a list of options that are one byte of padding or type, length and data. What the three lists of this kind differ in
/// are parameters: which types are single bytes, which ends the list, whether the length counts its own two bytes.
/// </summary>
internal ref struct OptionWalker
{
    private readonly ReadOnlySpan<byte> _options;
    private int _next;

    internal OptionWalker(ReadOnlySpan<byte> options) => _options = options;

    internal bool IsMalformed { get; private set; }

    internal byte Type { get; private set; }

    internal int Offset { get; private set; }

    internal ReadOnlySpan<byte> Data { get; private set; }

    /// <summary>IPv4 and TCP: 0 ends the list, 1 is padding, the length counts type and length byte.</summary>
    internal bool MoveNext() => MoveNext(endOfList: 0, padding: 1, lengthBase: 0);

    /// <summary>IPv6: 0 is padding, the header's end is the list's, the length counts the data alone.</summary>
    internal bool MoveNextIpv6() => MoveNext(endOfList: -1, padding: 0, lengthBase: 2);

    private bool MoveNext(int endOfList, int padding, int lengthBase)
    {
        while (_next < _options.Length)
        {
            byte type = _options[_next];
            if (type == padding)
            {
                _next++;
                continue;
            }

            if (type == endOfList)
            {
                break;
            }

            int left = _options.Length - _next;
            int length = left < 2 ? 0 : _options[_next + 1] + lengthBase;
            if (length < 2 || length > left)
            {
                IsMalformed = true;
                break;
            }

            Type = type;
            Offset = _next;
            Data = _options.Slice(_next + 2, length - 2);
            _next += length;
            return true;
        }

        _next = _options.Length;
        return false;
    }
}
