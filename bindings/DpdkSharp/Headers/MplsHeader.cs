using System.Runtime.InteropServices;

namespace DpdkSharp.Headers;

/// <summary>One entry of an MPLS label stack: 4 bytes (<c>rte_mpls_hdr</c>).</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct MplsHeader : IPacketHeader<MplsHeader>
{
    private uint _entry;

    /// <inheritdoc/>
    public static int Size => 4;

    /// <summary>The label, 0 to 0xFFFFF; 0 to 15 are reserved.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set has more than 20 bits.</exception>
    public uint Label
    {
        readonly get => Entry >> 12;
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 0x000F_FFFFu);
            Entry = (Entry & 0x0000_0FFF) | (value << 12);
        }
    }

    /// <summary>The traffic class, 0 to 7.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set is above 7.</exception>
    public byte TrafficClass
    {
        readonly get => (byte)((Entry >> 9) & 7);
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 7);
            Entry = (Entry & 0xFFFF_F1FF) | ((uint)value << 9);
        }
    }

    /// <summary>Whether this is the last entry of the stack.</summary>
    public bool IsBottomOfStack
    {
        readonly get => (Entry & 0x100) != 0;
        set => Entry = (Entry & 0xFFFF_FEFF) | (value ? 0x100u : 0);
    }

    /// <summary>How many more routers the packet may pass.</summary>
    public byte TimeToLive
    {
        readonly get => (byte)Entry;
        set => Entry = (Entry & 0xFFFF_FF00) | value;
    }

    private uint Entry
    {
        readonly get => NetworkOrder.Swap(_entry);
        set => _entry = NetworkOrder.Swap(value);
    }
}
