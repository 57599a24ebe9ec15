using System.Runtime.InteropServices;

namespace DpdkSharp.Headers;

/// <summary>
/// An IEEE 802.1Q or 802.1ad tag as it follows an Ethernet header or another tag: 4 bytes (<c>rte_vlan_hdr</c>).
/// That a tag comes, and of which kind, says the EtherType before it.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct VlanHeader : IPacketHeader<VlanHeader>
{
    private ushort _tci;
    private ushort _etherType;

    /// <inheritdoc/>
    public static int Size => 4;

    /// <summary>Priority, drop eligibility and VLAN identifier together, as the mbuf holds them (<c>vlan_tci</c>).</summary>
    public ushort TagControlInformation
    {
        readonly get => NetworkOrder.Swap(_tci);
        set => _tci = NetworkOrder.Swap(value);
    }

    /// <summary>The priority code point (PCP), 0 to 7.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set is above 7.</exception>
    public byte Priority
    {
        readonly get => (byte)(TagControlInformation >> 13);
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 7);
            TagControlInformation = (ushort)((TagControlInformation & 0x1FFF) | (value << 13));
        }
    }

    /// <summary>The drop eligible indicator (DEI): whether the frame may be dropped first in congestion.</summary>
    public bool IsDropEligible
    {
        readonly get => (TagControlInformation & 0x1000) != 0;
        set => TagControlInformation = (ushort)((TagControlInformation & 0xEFFF) | (value ? 0x1000 : 0));
    }

    /// <summary>The VLAN identifier (VID), 0 to 4095; 0 means priority only, 4095 is reserved.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set is above 4095.</exception>
    public ushort VlanId
    {
        readonly get => (ushort)(TagControlInformation & 0x0FFF);
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 0x0FFF);
            TagControlInformation = (ushort)((TagControlInformation & 0xF000) | value);
        }
    }

    /// <summary>What follows this tag.</summary>
    public EtherType EtherType
    {
        readonly get => (EtherType)NetworkOrder.Swap(_etherType);
        set => _etherType = NetworkOrder.Swap((ushort)value);
    }
}
