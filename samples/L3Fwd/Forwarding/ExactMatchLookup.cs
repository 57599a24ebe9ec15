using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DpdkSharp.Headers;

namespace DpdkSharp.Samples.L3Fwd;

/// <summary>Looks up TCP and UDP flows in hash tables: the position of a flow leads to its port. Packets with IPv4 options, fragments and extension headers have no flow.</summary>
/// <param name="ipv4">The flows of IPv4.</param>
/// <param name="ports4">The port of each position.</param>
/// <param name="ipv6">The flows of IPv6.</param>
/// <param name="ports6">The port of each position.</param>
public readonly struct ExactMatchLookup(HashTable<Ipv4Flow> ipv4, ushort[] ports4, HashTable<Ipv6Flow> ipv6, ushort[] ports6) : IPacketLookup<Ipv4Flow, Ipv6Flow>
{
    private const int TimeToLiveOffset = 8;

    // Of the 16 bytes from the time to live on: not that itself, nor the checksum.
    private static Vector128<byte> FlowMask => Vector128.Create(0x00, 0xFF, 0x00, 0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetKey(Mbuf packet, ref Ipv4Header header, out Ipv4Flow key)
    {
        key = default;
        if (header.Protocol is not (IpProtocol.Tcp or IpProtocol.Udp) || header.HeaderLength != Ipv4Header.Size || header.IsFragment
            || packet.DataLength < EthernetHeader.Size + Ipv4Header.Size + sizeof(uint))
        {
            return false;
        }
        Vector128<byte> bytes = Vector128.LoadUnsafe(ref Unsafe.As<Ipv4Header, byte>(ref header), TimeToLiveOffset) & FlowMask;
        key = Unsafe.BitCast<Vector128<byte>, Ipv4Flow>(bytes);
        return true;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetKey(Mbuf packet, ref Ipv6Header header, out Ipv6Flow key)
    {
        key = default;
        if (header.NextHeader is not (IpProtocol.Tcp or IpProtocol.Udp) || packet.DataLength < EthernetHeader.Size + Ipv6Header.Size + sizeof(uint))
        {
            return false;
        }
        uint ports = Unsafe.ReadUnaligned<uint>(ref Unsafe.As<Ipv6Header, byte>(ref Unsafe.Add(ref header, 1)));
        key = new Ipv6Flow(header.NextHeader, header.Source, header.Destination, ports);
        return true;
    }

    /// <inheritdoc/>
    [SkipLocalsInit]
    public void Lookup(ReadOnlySpan<Ipv4Flow> keys, Span<ushort> ports)
    {
        Span<int> positions = stackalloc int[keys.Length];
        ipv4.Lookup(keys, positions);
        Translate(positions, ports4, ports);
    }

    /// <inheritdoc/>
    [SkipLocalsInit]
    public void Lookup(ReadOnlySpan<Ipv6Flow> keys, Span<ushort> ports)
    {
        Span<int> positions = stackalloc int[keys.Length];
        ipv6.Lookup(keys, positions);
        Translate(positions, ports6, ports);
    }

    private static void Translate(ReadOnlySpan<int> positions, ushort[] portOfPosition, Span<ushort> ports)
    {
        for (int i = 0; i < positions.Length; i++)
        {
            int position = positions[i];
            ports[i] = (uint)position < (uint)portOfPosition.Length ? portOfPosition[position] : TxPort.None;
        }
    }
}
