using System.Runtime.CompilerServices;

namespace DpdkSharp.Headers;

/// <summary>A packet that lies in one span.</summary>
internal readonly ref struct SpanPacketSource : IPacketSource
{
    private readonly ReadOnlySpan<byte> _packet;

    internal SpanPacketSource(ReadOnlySpan<byte> packet) => _packet = packet;

    public int Length => _packet.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadHeader<T>(int offset, out T header)
        where T : unmanaged, IPacketHeader<T> => _packet.TryReadHeader(offset, out header);
}
