namespace DpdkSharp.Headers;

/// <summary>
/// The options of an IPv6 hop-by-hop or destination options header, one after the other: <c>foreach (var option in new Ipv6Options(bytes))</c>. Single bytes of padding (Pad1) are left out.
/// The walk ends at the first malformed option; <see cref="AreWellFormed"/> tells whether there is one.
/// </summary>
public readonly ref struct Ipv6Options
{
    private readonly ReadOnlySpan<byte> _options;

    /// <summary>Walks options.</summary>
    /// <param name="options">The bytes that follow the header's fixed part (<see cref="PacketHeaderExtensions.TryGetOptions{T}(ReadOnlySpan{byte}, int, out ReadOnlySpan{byte})"/> with <see cref="Ipv6OptionsHeader"/>).</param>
    public Ipv6Options(ReadOnlySpan<byte> options) => _options = options;

    /// <summary>Whether every option, up to the end of the list, has a possible length.</summary>
    public bool AreWellFormed
    {
        get
        {
            OptionWalker walker = new(_options);
            while (walker.MoveNextIpv6())
            {
            }

            return !walker.IsMalformed;
        }
    }

    /// <summary>Finds the first option of a kind.</summary>
    /// <param name="type">The kind of option.</param>
    /// <param name="option">The option; the default value on failure.</param>
    /// <returns>Whether there is one before the list's end or first malformed option.</returns>
    public bool TryFind(Ipv6OptionType type, out Ipv6Option option)
    {
        foreach (Ipv6Option candidate in this)
        {
            if (candidate.Type == type)
            {
                option = candidate;
                return true;
            }
        }

        option = default;
        return false;
    }

    /// <summary>Starts the walk.</summary>
    /// <returns>The enumerator that <c>foreach</c> uses.</returns>
    public Enumerator GetEnumerator() => new(_options);

    /// <summary>Walks the options.</summary>
    public ref struct Enumerator
    {
        private OptionWalker _walker;

        internal Enumerator(ReadOnlySpan<byte> options) => _walker = new OptionWalker(options);

        /// <summary>The option that the last <see cref="MoveNext"/> came to.</summary>
        public readonly Ipv6Option Current => new((Ipv6OptionType)_walker.Type, _walker.Offset, _walker.Data);

        /// <summary>Goes to the next option.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext() => _walker.MoveNextIpv6();
    }
}
