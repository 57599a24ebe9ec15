using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace DpdkSharp.Benchmarks.Alternatives;

/// <summary>An interface, as a packet socket is bound to it (<c>struct sockaddr_ll</c>): all protocols.</summary>
internal sealed class LinkLayerEndPoint(int interfaceIndex) : EndPoint
{
    private const int Length = 20;
    private const int ProtocolOffset = 2;
    private const int IndexOffset = 4;

    /// <summary>ETH_P_ALL.</summary>
    public const ushort AllProtocols = 3;

    public override AddressFamily AddressFamily => AddressFamily.Packet;

    public override SocketAddress Serialize()
    {
        var address = new SocketAddress(AddressFamily.Packet, Length);
        BinaryPrimitives.WriteUInt16BigEndian(address.Buffer.Span[ProtocolOffset..], AllProtocols);
        BitConverter.TryWriteBytes(address.Buffer.Span[IndexOffset..], interfaceIndex);
        return address;
    }
}
