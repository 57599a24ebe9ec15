namespace DpdkSharp.Headers;

/// <summary>The type of a GTP-U extension header (3GPP TS 29.281).</summary>
public enum GtpuExtensionType : byte
{
    /// <summary>No more extension headers.</summary>
    None = 0x00,

    /// <summary>Long PDCP PDU number.</summary>
    LongPdcpPduNumber = 0x03,

    /// <summary>Service class indicator.</summary>
    ServiceClassIndicator = 0x20,

    /// <summary>The UDP port of the message that caused an error indication.</summary>
    UdpPort = 0x40,

    /// <summary>RAN container.</summary>
    RanContainer = 0x81,

    /// <summary>Xw RAN container.</summary>
    XwRanContainer = 0x83,

    /// <summary>NR RAN container.</summary>
    NrRanContainer = 0x84,

    /// <summary>PDU session container, with a 5G packet's QoS flow identifier.</summary>
    PduSessionContainer = 0x85,

    /// <summary>PDCP PDU number.</summary>
    PdcpPduNumber = 0xC0,
}
