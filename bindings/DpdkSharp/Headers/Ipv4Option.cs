namespace DpdkSharp.Headers;

/// <summary>One IPv4 option, where it lies in the packet.</summary>
public readonly ref struct Ipv4Option
{
    internal Ipv4Option(Ipv4OptionType type, int offset, ReadOnlySpan<byte> data)
    {
        Type = type;
        Offset = offset;
        Data = data;
    }

    /// <summary>The type of option.</summary>
    public Ipv4OptionType Type { get; }

    /// <summary>Where the option's type byte is, in bytes from the start of the options; its data start two bytes further on.</summary>
    public int Offset { get; }

    /// <summary>The option's data, without type and length byte.</summary>
    public ReadOnlySpan<byte> Data { get; }

    /// <summary>Whether every fragment has to carry the option.</summary>
    public bool IsCopied => ((byte)Type & 0x80) != 0;
}
