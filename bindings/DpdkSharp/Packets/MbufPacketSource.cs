using DpdkSharp.Headers;

namespace DpdkSharp;

/// <summary>A chained packet, for the walk over its headers.</summary>
internal readonly struct MbufPacketSource(Mbuf mbuf) : IPacketSource
{
    public int Length => mbuf.PacketLength;

    public bool TryReadHeader<T>(int offset, out T header)
        where T : unmanaged, IPacketHeader<T> => mbuf.TryReadHeader(offset, out header);
}
