using System.Runtime.InteropServices;

namespace DpdkSharp.Benchmarks.Worker.Setup;

/// <summary>The five-tuple of an IPv4 packet, in network order, padded to whole words.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct FlowKey(uint Source, uint Destination, ushort SourcePort, ushort DestinationPort, uint Protocol);
