using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DpdkSharp.Headers;

/// <summary>An Ethernet II header: 14 bytes (<c>rte_ether_hdr</c>).</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct EthernetHeader : IPacketHeader<EthernetHeader>
{
    private MacAddressPair _addresses;
    private ushort _etherType;

    /// <inheritdoc/>
    public static int Size => 14;

    /// <summary>Both addresses: the fastest way to rewrite them, as a router or bridge does with each frame.</summary>
    public MacAddressPair Addresses
    {
        readonly get => _addresses;
        set => _addresses = value;
    }

    /// <summary>The station or group that the frame is for.</summary>
    public MacAddress Destination
    {
        readonly get => _addresses.Destination;
        set => _addresses.DestinationRef = value;
    }

    /// <summary>The station that sent the frame.</summary>
    public MacAddress Source
    {
        readonly get => _addresses.Source;
        set => _addresses.SourceRef = value;
    }

    /// <summary>What follows this header; a value below 0x0600 is an IEEE 802.3 length in bytes.</summary>
    public EtherType EtherType
    {
        readonly get => (EtherType)NetworkOrder.Swap(_etherType);
        set => _etherType = NetworkOrder.Swap((ushort)value);
    }

    /// <summary>Exchanges source and destination, to send a frame back where it came from.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SwapAddresses() => _addresses = _addresses.Swapped;
}
