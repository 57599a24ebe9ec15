using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DpdkSharp.Headers;

namespace DpdkSharp.Benchmarks.Worker.Forwarding;

/// <summary>Ethernet and IPv4 without anything between them: one check of the length for both.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct Ipv4Frame : IPacketHeader<Ipv4Frame>
{
    public EthernetHeader Ethernet;
    public Ipv4Header Ip;

    public static int Size => Unsafe.SizeOf<Ipv4Frame>();
}
