using System.Runtime.InteropServices;

namespace DpdkSharp.Headers;

/// <summary>
/// The fixed part of a GTP-U header (GTPv1-U, 3GPP TS 29.281): 8 bytes (<c>rte_gtp_hdr</c>). When any of the flags E, S and PN is set,
/// a <see cref="GtpuOptionalFields"/> follows, and after it the extension headers (<see cref="GtpuExtensions"/>).
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct GtpuHeader : IVariableLengthHeader<GtpuHeader>
{
    /// <summary>The UDP destination port of GTP-U: 2152.</summary>
    public const ushort UdpPort = 2152;

    private const byte ProtocolTypeFlag = 0x10;
    private const byte ReservedFlag = 0x08;
    private const byte ExtensionFlag = 0x04;
    private const byte SequenceFlag = 0x02;
    private const byte NPduFlag = 0x01;
    private const byte OptionalFlags = ExtensionFlag | SequenceFlag | NPduFlag;

    private byte _flags;
    private byte _messageType;
    private ushort _length;
    private uint _teid;

    /// <summary>Makes the header of a user's packet: version 1, protocol type GTP, message type G-PDU, all else zero.</summary>
    public GtpuHeader()
    {
        _flags = 0x30;
        MessageType = GtpuMessageType.GPdu;
    }

    /// <inheritdoc/>
    public static int Size => 8;

    /// <summary>The version, 0 to 7; 1 in GTP-U.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set is above 7.</exception>
    public byte Version
    {
        readonly get => (byte)(_flags >> 5);
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 7);
            _flags = (byte)((_flags & 0x1F) | (value << 5));
        }
    }

    /// <summary>The protocol type flag (PT): set for GTP, clear for GTP' (charging).</summary>
    public bool IsGtp
    {
        readonly get => (_flags & ProtocolTypeFlag) != 0;
        set => Set(ProtocolTypeFlag, value);
    }

    /// <summary>The reserved flag; clear.</summary>
    public bool Reserved
    {
        readonly get => (_flags & ReservedFlag) != 0;
        set => Set(ReservedFlag, value);
    }

    /// <summary>The extension header flag (E): the optional fields follow, and say which extension header comes next.</summary>
    public bool HasExtensionHeader
    {
        readonly get => (_flags & ExtensionFlag) != 0;
        set => Set(ExtensionFlag, value);
    }

    /// <summary>The sequence number flag (S): the optional fields follow, with a valid sequence number.</summary>
    public bool HasSequenceNumber
    {
        readonly get => (_flags & SequenceFlag) != 0;
        set => Set(SequenceFlag, value);
    }

    /// <summary>The N-PDU number flag (PN): the optional fields follow, with a valid N-PDU number.</summary>
    public bool HasNPduNumber
    {
        readonly get => (_flags & NPduFlag) != 0;
        set => Set(NPduFlag, value);
    }

    /// <summary>The type of the message; <see cref="GtpuMessageType.GPdu"/> carries a user's packet.</summary>
    public GtpuMessageType MessageType
    {
        readonly get => (GtpuMessageType)_messageType;
        set => _messageType = (byte)value;
    }

    /// <summary>The length in bytes of what follows these 8 bytes: optional fields, extension headers and payload.</summary>
    public ushort Length
    {
        readonly get => NetworkOrder.Swap(_length);
        set => _length = NetworkOrder.Swap(value);
    }

    /// <summary>The tunnel endpoint identifier (TEID).</summary>
    public uint TunnelEndpointId
    {
        readonly get => NetworkOrder.Swap(_teid);
        set => _teid = NetworkOrder.Swap(value);
    }

    /// <summary>Whether a <see cref="GtpuOptionalFields"/> follows.</summary>
    public readonly bool HasOptionalFields => (_flags & OptionalFlags) != 0;

    /// <summary>The length in bytes of this header with its optional fields, but without extension headers: 8 or 12.</summary>
    public readonly int HeaderLength => Size + (HasOptionalFields ? GtpuOptionalFields.Size : 0);

    /// <inheritdoc/>
    /// <remarks>Fails for a version other than 1 and for GTP', whose headers are others.</remarks>
    public readonly bool TryGetHeaderLength(out int length)
    {
        if (Version != 1 || !IsGtp)
        {
            length = 0;
            return false;
        }

        length = HeaderLength;
        return true;
    }

    private void Set(byte flag, bool value) => _flags = (byte)((_flags & ~flag) | (value ? flag : 0));
}
