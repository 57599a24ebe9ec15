using System.Buffers.Binary;
using System.Runtime.InteropServices;
using DpdkSharp.Headers;

namespace DpdkSharp.Samples.L3Fwd;

/// <summary>The five values that make an IPv6 flow: protocol, addresses, and the ports as they lie in a packet.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1, Size = 40)]
public readonly struct Ipv6Flow(IpProtocol protocol, Ipv6Address source, Ipv6Address destination, uint portsAsInPacket)
{
    // As wide as it is, there is no gap in the key.
    private readonly uint _protocol = (uint)protocol;
    private readonly Ipv6Address _source = source;
    private readonly Ipv6Address _destination = destination;
    private readonly uint _ports = portsAsInPacket;

    /// <summary>The flow of a rule.</summary>
    /// <param name="destination">Where its packets go.</param>
    /// <param name="source">Where they come from.</param>
    /// <param name="destinationPort">The port they go to.</param>
    /// <param name="sourcePort">The port they come from.</param>
    /// <param name="protocol">Their protocol.</param>
    public Ipv6Flow(Ipv6Address destination, Ipv6Address source, ushort destinationPort, ushort sourcePort, IpProtocol protocol)
        : this(protocol, source, destination, BinaryPrimitives.ReverseEndianness(((uint)sourcePort << 16) | destinationPort))
    {
    }
}
