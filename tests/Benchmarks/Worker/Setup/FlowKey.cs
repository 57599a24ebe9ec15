using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DpdkSharp.Headers;

namespace DpdkSharp.Benchmarks.Worker.Setup;

/// <summary>The five-tuple of an IPv4 packet, in network order, padded to whole words.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct FlowKey(uint Source, uint Destination, ushort SourcePort, ushort DestinationPort, uint Protocol)
{
    /// <summary>The key of a packet with these headers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FlowKey Of(in Ipv4Header ip, in UdpHeader udp) => new(
        ToNetwork(ip.Source.Value),
        ToNetwork(ip.Destination.Value),
        ToNetwork(udp.SourcePort),
        ToNetwork(udp.DestinationPort),
        (uint)ip.Protocol);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint ToNetwork(uint value) => BinaryPrimitives.ReverseEndianness(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ushort ToNetwork(ushort value) => BinaryPrimitives.ReverseEndianness(value);
}
