namespace DpdkSharp.Headers;

/// <summary>One GTP-U extension header, where it lies in the packet.</summary>
public readonly ref struct GtpuExtension
{
    internal GtpuExtension(GtpuExtensionType type, int offset, ReadOnlySpan<byte> content)
    {
        Type = type;
        Offset = offset;
        Content = content;
    }

    /// <summary>The type of extension header.</summary>
    public GtpuExtensionType Type { get; }

    /// <summary>Where the extension header starts, in bytes from the start of the GTP-U header.</summary>
    public int Offset { get; }

    /// <summary>Its content, without the length byte before and the type byte after it: two bytes at least.</summary>
    public ReadOnlySpan<byte> Content { get; }
}
