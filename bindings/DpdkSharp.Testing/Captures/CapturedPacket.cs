namespace DpdkSharp.Testing;

/// <summary>A packet of a capture file.</summary>
/// <param name="Data">The bytes that were captured.</param>
/// <param name="Time">When, in nanoseconds since 1970 UTC; 0 where the file does not tell.</param>
/// <param name="OriginalLength">The packet's length in bytes on the wire: more than <paramref name="Data"/> has when it was cut short.</param>
/// <param name="LinkType">What the packet starts with: a LINKTYPE number of tcpdump.org; 1 is Ethernet.</param>
/// <param name="Interface">The number of the interface that captured it, from 0; 0 in classic pcap files. Counted through all sections of a pcapng file.</param>
public sealed record CapturedPacket(ReadOnlyMemory<byte> Data, ulong Time, int OriginalLength, int LinkType = CapturedPacket.Ethernet, int Interface = 0)
{
    /// <summary>The link type of Ethernet frames.</summary>
    public const int Ethernet = 1;

    /// <summary>An Ethernet frame that is there as a whole.</summary>
    /// <param name="data">The frame, without frame check sequence.</param>
    /// <param name="time">When, in nanoseconds since 1970 UTC.</param>
    public CapturedPacket(ReadOnlyMemory<byte> data, ulong time = 0)
        : this(data, time, data.Length)
    {
    }

    /// <summary>Whether bytes at the packet's end are missing.</summary>
    public bool IsTruncated => Data.Length < OriginalLength;
}
