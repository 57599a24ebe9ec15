using System.Runtime.InteropServices;

namespace DpdkSharp.Headers;

/// <summary>A VXLAN header (RFC 7348): 8 bytes, then an Ethernet frame (<c>rte_vxlan_hdr</c>).</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct VxlanHeader : IPacketHeader<VxlanHeader>
{
    /// <summary>The UDP destination port of VXLAN: 4789.</summary>
    public const ushort UdpPort = 4789;

    private const byte VniFlag = 0x08;

    private byte _flags;
    private byte _reserved0;
    private ushort _reserved1;
    private uint _vni;

    /// <summary>Makes a header that says its network identifier is valid, all else zero.</summary>
    public VxlanHeader() => _flags = VniFlag;

    /// <inheritdoc/>
    public static int Size => 8;

    /// <summary>All eight flags; 0x08 says that <see cref="Vni"/> is valid, the others are reserved.</summary>
    public byte Flags
    {
        readonly get => _flags;
        set => _flags = value;
    }

    /// <summary>The flag that <see cref="Vni"/> is valid; set in a valid header.</summary>
    public bool HasVni
    {
        readonly get => (_flags & VniFlag) != 0;
        set => _flags = (byte)((_flags & ~VniFlag) | (value ? VniFlag : 0));
    }

    /// <summary>The VXLAN network identifier, 0 to 0xFFFFFF.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set has more than 24 bits.</exception>
    public uint Vni
    {
        readonly get => NetworkOrder.Swap(_vni) >> 8;
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 0x00FF_FFFFu);
            _vni = NetworkOrder.Swap((NetworkOrder.Swap(_vni) & 0xFF) | (value << 8));
        }
    }

    /// <summary>The reserved three bytes after the flags, 0 to 0xFFFFFF; zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set has more than 24 bits.</exception>
    public uint Reserved1
    {
        readonly get => ((uint)_reserved0 << 16) | NetworkOrder.Swap(_reserved1);
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 0x00FF_FFFFu);
            _reserved0 = (byte)(value >> 16);
            _reserved1 = NetworkOrder.Swap((ushort)value);
        }
    }

    /// <summary>The reserved last byte; zero.</summary>
    public byte Reserved2
    {
        readonly get => (byte)NetworkOrder.Swap(_vni);
        set => _vni = NetworkOrder.Swap((NetworkOrder.Swap(_vni) & 0xFFFF_FF00) | value);
    }
}
