using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DpdkSharp.Headers;

namespace DpdkSharp.Benchmarks.Worker.Forwarding;

/// <summary>Ethernet, IPv4 without options, and UDP.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct UdpFrame : IPacketHeader<UdpFrame>
{
    public Ipv4Frame Lower;
    public UdpHeader Udp;

    public static int Size => Unsafe.SizeOf<UdpFrame>();
}
