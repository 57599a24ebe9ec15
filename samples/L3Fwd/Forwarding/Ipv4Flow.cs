using System.Buffers.Binary;
using System.Runtime.InteropServices;
using DpdkSharp.Headers;

namespace DpdkSharp.Samples.L3Fwd;

/// <summary>
/// The five values that make an IPv4 flow, laid out as in a packet from the time to live on, so that one load of 16 bytes and a mask take them out of it.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
public readonly struct Ipv4Flow(Ipv4Address destination, Ipv4Address source, ushort destinationPort, ushort sourcePort, IpProtocol protocol)
{
    [FieldOffset(1)]
    private readonly byte _protocol = (byte)protocol;

    [FieldOffset(4)]
    private readonly Ipv4Address _source = source;

    [FieldOffset(8)]
    private readonly Ipv4Address _destination = destination;

    [FieldOffset(12)]
    private readonly ushort _sourcePort = BinaryPrimitives.ReverseEndianness(sourcePort);

    [FieldOffset(14)]
    private readonly ushort _destinationPort = BinaryPrimitives.ReverseEndianness(destinationPort);
}
