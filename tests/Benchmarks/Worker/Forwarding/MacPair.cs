using System.Runtime.InteropServices;
using DpdkSharp.Headers;

namespace DpdkSharp.Benchmarks.Worker.Forwarding;

/// <summary>What the packets of one next hop leave with: both MAC addresses as they stand in the frame.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal readonly record struct MacPair(MacAddress Destination, MacAddress Source)
{
    public static MacPair OfHop(int hop) => new(new MacAddress(2, 0, 0, 0, 0, (byte)hop), new MacAddress(2, 0, 0, 0, 1, (byte)hop));
}
