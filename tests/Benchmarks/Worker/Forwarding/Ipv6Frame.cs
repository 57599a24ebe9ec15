using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DpdkSharp.Headers;

namespace DpdkSharp.Benchmarks.Worker.Forwarding;

/// <summary>Ethernet and IPv6 without anything between them.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct Ipv6Frame : IPacketHeader<Ipv6Frame>
{
    public EthernetHeader Ethernet;
    public Ipv6Header Ip;

    public static int Size => Unsafe.SizeOf<Ipv6Frame>();
}
