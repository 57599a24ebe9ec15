using System.Runtime.InteropServices;

namespace DpdkSharp.Headers;

/// <summary>A UDP header: 8 bytes (<c>rte_udp_hdr</c>). <see cref="TransportChecksum"/> has its checksum.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct UdpHeader : IPacketHeader<UdpHeader>
{
    private ushort _sourcePort;
    private ushort _destinationPort;
    private ushort _length;
    private ushort _checksum;

    /// <inheritdoc/>
    public static int Size => 8;

    /// <summary>The sender's port.</summary>
    public ushort SourcePort
    {
        readonly get => NetworkOrder.Swap(_sourcePort);
        set => _sourcePort = NetworkOrder.Swap(value);
    }

    /// <summary>The receiver's port.</summary>
    public ushort DestinationPort
    {
        readonly get => NetworkOrder.Swap(_destinationPort);
        set => _destinationPort = NetworkOrder.Swap(value);
    }

    /// <summary>The length of header and data in bytes; at least 8 in a valid header.</summary>
    public ushort Length
    {
        readonly get => NetworkOrder.Swap(_length);
        set => _length = NetworkOrder.Swap(value);
    }

    /// <summary>The checksum over pseudo-header, header and data; 0 means there is none, which only IPv4 allows.</summary>
    public ushort Checksum
    {
        readonly get => NetworkOrder.Swap(_checksum);
        set => _checksum = NetworkOrder.Swap(value);
    }
}
