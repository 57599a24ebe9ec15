namespace DpdkSharp;

/// <summary>How a device is to be set up. What the device cannot do of the offloads and RSS asked for is left out, unless they are required.</summary>
public sealed class EthDevOptions
{
    /// <summary>The number of receive queues, 0 to what the device has. 1 by default.</summary>
    public int RxQueueCount { get; set; } = 1;

    /// <summary>The number of transmit queues, 0 to what the device has. 1 by default.</summary>
    public int TxQueueCount { get; set; } = 1;

    /// <summary>Where received packets go; needed when there are receive queues.</summary>
    public PacketPool? RxPool { get; set; }

    /// <summary>A pool for each receive queue in place of <see cref="RxPool"/>: given the queue's number.</summary>
    public Func<int, PacketPool>? RxPoolOfQueue { get; set; }

    /// <summary>Descriptors of each receive queue; brought to what the device allows. 1024 by default.</summary>
    public int RxDescriptorCount { get; set; } = 1024;

    /// <summary>Descriptors of each transmit queue; brought to what the device allows. 1024 by default.</summary>
    public int TxDescriptorCount { get; set; } = 1024;

    /// <summary>The MTU in bytes, without Ethernet header and CRC; null leaves the device's own.</summary>
    public int? Mtu { get; set; }

    /// <summary>Wanted receive offloads.</summary>
    public RxOffloads RxOffloads { get; set; }

    /// <summary>Wanted transmit offloads. By default those that cost nothing: several segments a packet.</summary>
    public TxOffloads TxOffloads { get; set; } = TxOffloads.MultiSegment;

    /// <summary>What to spread packets over the receive queues by; used with more than one queue.</summary>
    public RssHashTypes RssHashTypes { get; set; }

    /// <summary>The RSS key, as long as the device asks (<see cref="EthDevInfo.RssKeySize"/>); empty takes the driver's.</summary>
    public ReadOnlyMemory<byte> RssKey { get; set; }

    /// <summary>True to fail where the device lacks an offload or hash type that is asked for.</summary>
    public bool RequireOffloads { get; set; }

    /// <summary>True to hear of link changes by interrupt (<see cref="EthDevEvent.LinkChanged"/>), where the driver can.</summary>
    public bool LinkInterrupt { get; set; }
}
