namespace DpdkSharp.Headers;

/// <summary>One option of an IPv6 hop-by-hop or destination options header, where it lies in the packet.</summary>
public readonly ref struct Ipv6Option
{
    internal Ipv6Option(Ipv6OptionType type, int offset, ReadOnlySpan<byte> data)
    {
        Type = type;
        Offset = offset;
        Data = data;
    }

    /// <summary>The type of option.</summary>
    public Ipv6OptionType Type { get; }

    /// <summary>Where the option's type byte is, in bytes from the start of the options; its data start two bytes further on.</summary>
    public int Offset { get; }

    /// <summary>The option's data, without type and length byte.</summary>
    public ReadOnlySpan<byte> Data { get; }

    /// <summary>Whether routers may change the data on the way.</summary>
    public bool MayChange => ((byte)Type & 0x20) != 0;
}
