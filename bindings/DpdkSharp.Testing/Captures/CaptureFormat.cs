namespace DpdkSharp.Testing;

/// <summary>The format of a capture file.</summary>
public enum CaptureFormat
{
    /// <summary>Classic pcap, with time stamps in nanoseconds.</summary>
    Pcap,

    /// <summary>Classic pcap, with time stamps in microseconds: what the oldest programs read.</summary>
    PcapMicroseconds,

    /// <summary>pcapng, with time stamps in nanoseconds.</summary>
    PcapNg,
}
