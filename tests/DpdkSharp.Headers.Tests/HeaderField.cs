namespace DpdkSharp.Headers.Tests;

/// <summary>One field of one header as its RFC draws it: which bits, in which unit.</summary>
public abstract class HeaderField(Type header, string name, int bit, int width, int unit, int least, int bias)
{
    public Type Header => header;

    public string Name => name;

    public int Bit => bit;

    public int Width => width;

    /// <summary>The smallest number that the setter takes, as it stands in the bits.</summary>
    public UInt128 Least => (UInt128)least;

    public UInt128 Greatest => (UInt128.One << (width - 1) << 1) - 1;

    /// <summary>What the property says when these are the bits.</summary>
    public UInt128 FromBits(UInt128 bits) => (bits + (UInt128)bias) * (UInt128)unit;

    public abstract UInt128 Get(ReadOnlySpan<byte> headerBytes);

    public abstract void Set(Span<byte> headerBytes, UInt128 value);

    public override string ToString() => $"{header.Name}.{name}";
}
