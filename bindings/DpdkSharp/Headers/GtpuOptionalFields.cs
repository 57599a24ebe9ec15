using System.Runtime.InteropServices;

namespace DpdkSharp.Headers;

/// <summary>The optional fields of a GTP-U header: 4 bytes (<c>rte_gtp_hdr_ext_word</c>). Each is valid when the header's flag for it is set.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct GtpuOptionalFields : IPacketHeader<GtpuOptionalFields>
{
    private ushort _sequence;
    private byte _nPdu;
    private byte _nextExtension;

    /// <inheritdoc/>
    public static int Size => 4;

    /// <summary>The sequence number.</summary>
    public ushort SequenceNumber
    {
        readonly get => NetworkOrder.Swap(_sequence);
        set => _sequence = NetworkOrder.Swap(value);
    }

    /// <summary>The N-PDU number.</summary>
    public byte NPduNumber
    {
        readonly get => _nPdu;
        set => _nPdu = value;
    }

    /// <summary>The type of the first extension header.</summary>
    public GtpuExtensionType NextExtension
    {
        readonly get => (GtpuExtensionType)_nextExtension;
        set => _nextExtension = (byte)value;
    }
}
