using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DpdkSharp.Headers;

namespace DpdkSharp.Benchmarks.Worker.Forwarding;

/// <summary>Ethernet and IPv4 without anything between them: one check of the length for both.</summary>
[StructLayout(LayoutKind.Explicit)]
internal struct Ipv4Frame : IPacketHeader<Ipv4Frame>
{
    [FieldOffset(0)]
    public EthernetHeader Ethernet;

    [FieldOffset(14)]
    public Ipv4Header Ip;

    /// <summary>The header's checksum as it lies in memory, for those who calculate with it in the processor's order.</summary>
    [FieldOffset(24)]
    public ushort RawChecksum;

    public static int Size => Unsafe.SizeOf<Ipv4Frame>();
}
