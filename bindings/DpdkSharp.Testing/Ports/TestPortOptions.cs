namespace DpdkSharp.Testing;

/// <summary>What a <see cref="TestPort"/> or <see cref="TestLink"/> is to be like.</summary>
public sealed record TestPortOptions
{
    /// <summary>The pool that packets are taken from; null makes one of <see cref="PoolSize"/>, which goes with the port.</summary>
    public PacketPool? Pool { get; init; }

    /// <summary>How many packets a pool that the port makes has. 4095 by default.</summary>
    public int PoolSize { get; init; } = 4095;

    /// <summary>The size of each buffer of a pool that the port makes, in bytes, headroom of 128 included: small ones make chains of ordinary packets.</summary>
    public int DataRoomSize { get; init; } = PacketPool.DefaultDataRoom;

    /// <summary>How many receive queues the device has, 1 to 16. 1 by default.</summary>
    public int RxQueueCount { get; init; } = 1;

    /// <summary>How many transmit queues the device has, 1 to 16. 1 by default.</summary>
    public int TxQueueCount { get; init; } = 1;

    /// <summary>How many packets each queue holds at the most; what the program sends beyond is not accepted. 1024 by default.</summary>
    public int QueueCapacity { get; init; } = 1024;

    /// <summary>Whether the device is configured and started; false leaves that to the program. True by default.</summary>
    public bool Started { get; init; } = true;

    /// <summary>The clock that stamps each packet that is injected with its receive time (<see cref="MbufTimestamp"/>), as devices do that can; null for no stamps.</summary>
    public VirtualClock? Clock { get; init; }
}
