using DpdkSharp.Headers;

namespace DpdkSharp.Samples.L2Fwd;

/// <summary>A port of the forwarder: the device, its counters, and the buffer of packets that leave by it.</summary>
internal sealed class ForwardedPort(EthDev device) : IDisposable
{
    private PortCounters _counters;

    public EthDev Device => device;

    public RxQueue RxQueue => device.RxQueues[0];

    /// <summary>The packets that wait to leave by this port; only the lcore that sends to it uses it.</summary>
    public TxBuffer TxBuffer { get; } = device.TxQueues[0].CreateBuffer(Forwarder.BurstSize);

    /// <summary>The addresses of the packets that leave by it: to 02:00:00:00:00:PORT, from the device's own.</summary>
    public MacAddressPair Addresses { get; } = new(new MacAddress(2, 0, 0, 0, 0, (byte)device.PortId), device.MacAddress);

    public ref PortCounters Counters => ref _counters;

    public PortStatistics Statistics => new(device.PortId, _counters.Sent, _counters.Received, _counters.Dropped);

    public void Dispose() => TxBuffer.Dispose();
}
