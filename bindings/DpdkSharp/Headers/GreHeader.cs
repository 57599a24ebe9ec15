using System.Runtime.InteropServices;

namespace DpdkSharp.Headers;

/// <summary>
/// The fixed part of a GRE header (RFC 2784, RFC 2890): 4 bytes (<c>rte_gre_hdr</c>). The optional words follow in this order, where
/// the flags say that they are there: <see cref="GreChecksumWord"/>, <see cref="GreKeyWord"/>, <see cref="GreSequenceWord"/>.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct GreHeader : IVariableLengthHeader<GreHeader>
{
    private const int WordSize = 4;
    private const ushort ChecksumFlag = 0x8000;
    private const ushort RoutingFlag = 0x4000;
    private const ushort KeyFlag = 0x2000;
    private const ushort SequenceFlag = 0x1000;

    private ushort _flags;
    private ushort _protocol;

    /// <inheritdoc/>
    public static int Size => 4;

    /// <summary>Whether a checksum follows.</summary>
    public bool HasChecksum
    {
        readonly get => Has(ChecksumFlag);
        set => Set(ChecksumFlag, value);
    }

    /// <summary>The routing flag of RFC 1701; such headers are obsolete and of unknown length.</summary>
    public bool HasRouting
    {
        readonly get => Has(RoutingFlag);
        set => Set(RoutingFlag, value);
    }

    /// <summary>Whether a key follows.</summary>
    public bool HasKey
    {
        readonly get => Has(KeyFlag);
        set => Set(KeyFlag, value);
    }

    /// <summary>Whether a sequence number follows.</summary>
    public bool HasSequenceNumber
    {
        readonly get => Has(SequenceFlag);
        set => Set(SequenceFlag, value);
    }

    /// <summary>The nine reserved bits between flags and version, 0 to 0x1FF; zero.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set has more than nine bits.</exception>
    public ushort Reserved
    {
        readonly get => (ushort)((Flags >> 3) & 0x1FF);
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 0x1FF);
            Flags = (ushort)((Flags & 0xF007) | (value << 3));
        }
    }

    /// <summary>The version, 0 to 7; 0 is GRE, 1 is PPTP's variant, whose header is another.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set is above 7.</exception>
    public byte Version
    {
        readonly get => (byte)(Flags & 7);
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 7);
            Flags = (ushort)((Flags & 0xFFF8) | value);
        }
    }

    /// <summary>What follows the whole header.</summary>
    public EtherType Protocol
    {
        readonly get => (EtherType)NetworkOrder.Swap(_protocol);
        set => _protocol = NetworkOrder.Swap((ushort)value);
    }

    /// <summary>The length in bytes of this header with the optional words that its flags announce: 4 to 16.</summary>
    public readonly int HeaderLength => Size + (HasChecksum ? WordSize : 0) + (HasKey ? WordSize : 0) + (HasSequenceNumber ? WordSize : 0);

    /// <summary>Where the <see cref="GreChecksumWord"/> is, in bytes from the start of this header; -1 when there is none.</summary>
    public readonly int ChecksumOffset => HasChecksum ? Size : -1;

    /// <summary>Where the <see cref="GreKeyWord"/> is, in bytes from the start of this header; -1 when there is none.</summary>
    public readonly int KeyOffset => HasKey ? Size + (HasChecksum ? WordSize : 0) : -1;

    /// <summary>Where the <see cref="GreSequenceWord"/> is, in bytes from the start of this header; -1 when there is none.</summary>
    public readonly int SequenceNumberOffset => HasSequenceNumber ? HeaderLength - WordSize : -1;

    private ushort Flags
    {
        readonly get => NetworkOrder.Swap(_flags);
        set => _flags = NetworkOrder.Swap(value);
    }

    /// <inheritdoc/>
    /// <remarks>Fails for a version other than 0 and for the routing flag, since the length then is another matter.</remarks>
    public readonly bool TryGetHeaderLength(out int length)
    {
        if (Version != 0 || HasRouting)
        {
            length = 0;
            return false;
        }

        length = HeaderLength;
        return true;
    }

    private readonly bool Has(ushort flag) => (Flags & flag) != 0;

    private void Set(ushort flag, bool value) => Flags = (ushort)((Flags & ~flag) | (value ? flag : 0));
}
