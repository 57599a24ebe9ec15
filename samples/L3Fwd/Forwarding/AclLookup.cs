using System.Runtime.CompilerServices;
using DpdkSharp.Headers;

namespace DpdkSharp.Samples.L3Fwd;

/// <summary>
/// Classifies packets by ACLs, in place: the keys are the addresses of the headers. A route's user data is its port plus one; that of a rule which denies has
/// <see cref="Deny"/> in it. Packets that are too short to have ports match nothing.
/// </summary>
/// <param name="ipv4">The rules of IPv4; its inputs begin at the header's protocol.</param>
/// <param name="ipv6">The rules of IPv6; its inputs begin at the header's next header.</param>
public readonly unsafe struct AclLookup(Acl ipv4, Acl ipv6) : IPacketLookup<nint, AclLookup.Input6>
{
    /// <summary>What is set in the user data of a rule that denies.</summary>
    public const uint Deny = 0xF000_0000;

    /// <summary>Where the protocol is in an IPv4 header.</summary>
    public const int ProtocolOffset = 9;

    /// <summary>Where the next header is in an IPv6 header.</summary>
    public const int NextHeaderOffset = 6;

    /// <summary>The address of an IPv6 input: another type than that of IPv4, as the two lookups have to differ.</summary>
    /// <param name="Address">The address.</param>
    public readonly record struct Input6(nint Address);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetKey(Mbuf packet, ref Ipv4Header header, out nint key)
    {
        // Packets lie in memory that does not move.
        key = (nint)Unsafe.AsPointer(ref header) + ProtocolOffset;
        return packet.DataLength >= EthernetHeader.Size + ProtocolOffset + ipv4.InputLength;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetKey(Mbuf packet, ref Ipv6Header header, out Input6 key)
    {
        key = new((nint)Unsafe.AsPointer(ref header) + NextHeaderOffset);
        return packet.DataLength >= EthernetHeader.Size + NextHeaderOffset + ipv6.InputLength;
    }

    /// <inheritdoc/>
    public void Lookup(ReadOnlySpan<nint> keys, Span<ushort> ports)
    {
        fixed (nint* inputs = keys)
        {
            Classify(ipv4, (byte**)inputs, keys.Length, ports);
        }
    }

    /// <inheritdoc/>
    public void Lookup(ReadOnlySpan<Input6> keys, Span<ushort> ports)
    {
        fixed (Input6* inputs = keys)
        {
            Classify(ipv6, (byte**)inputs, keys.Length, ports);
        }
    }

    [SkipLocalsInit]
    private static void Classify(Acl acl, byte** inputs, int count, Span<ushort> ports)
    {
        Span<uint> results = stackalloc uint[count];
        acl.Classify(inputs, count, results);
        for (int i = 0; i < count; i++)
        {
            uint result = results[i];
            ports[i] = result is 0 or >= Deny ? TxPort.None : (ushort)(result - 1);
        }
    }
}
