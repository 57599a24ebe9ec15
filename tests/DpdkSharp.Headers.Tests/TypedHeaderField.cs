namespace DpdkSharp.Headers.Tests;

public sealed class TypedHeaderField<T>(
    string name, int bit, int width, Func<T, UInt128> get, TypedHeaderField<T>.Setter set, int unit = 1, int least = 0, int bias = 0)
    : HeaderField(typeof(T), name, bit, width, unit, least, bias)
    where T : unmanaged, IPacketHeader<T>
{
    public delegate void Setter(ref T header, UInt128 value);

    public override UInt128 Get(ReadOnlySpan<byte> headerBytes)
    {
        Assert.True(headerBytes.TryReadHeader(0, out T header));
        return get(header);
    }

    public override void Set(Span<byte> headerBytes, UInt128 value)
    {
        Assert.True(headerBytes.TryGetHeader(0, out HeaderRef<T> header));
        set(ref header.Value, value);
    }
}
