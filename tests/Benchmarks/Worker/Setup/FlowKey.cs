using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DpdkSharp.Benchmarks.Worker.Setup;

/// <summary>The five-tuple of an IPv4 packet, in network order, padded to whole words.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct FlowKey(uint Source, uint Destination, ushort SourcePort, ushort DestinationPort, uint Protocol)
{
    /// <summary>The key of a packet whose IPv4 header has no options: its fields as they are, in as few steps as there are neighbours.</summary>
    /// <param name="addresses">Both addresses.</param>
    /// <param name="ports">Both ports.</param>
    /// <param name="protocol">The protocol.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FlowKey Of(ulong addresses, uint ports, uint protocol) => Unsafe.BitCast<Words, FlowKey>(new Words(addresses, ports, protocol));

    private readonly record struct Words(ulong Addresses, uint Ports, uint Protocol);
}
