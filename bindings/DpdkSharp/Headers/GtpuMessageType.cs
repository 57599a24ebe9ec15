namespace DpdkSharp.Headers;

/// <summary>The type of a GTP-U message (3GPP TS 29.281).</summary>
public enum GtpuMessageType : byte
{
    /// <summary>No type.</summary>
    None = 0,

    /// <summary>Is the peer alive?</summary>
    EchoRequest = 1,

    /// <summary>It is.</summary>
    EchoResponse = 2,

    /// <summary>A packet came for a tunnel that is not known.</summary>
    ErrorIndication = 26,

    /// <summary>Which extension headers the sender knows.</summary>
    SupportedExtensionHeadersNotification = 31,

    /// <summary>The last packet of a tunnel before a handover.</summary>
    EndMarker = 254,

    /// <summary>A user's packet (G-PDU).</summary>
    GPdu = 255,
}
