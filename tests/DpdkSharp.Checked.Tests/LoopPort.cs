namespace DpdkSharp.Checked.Tests;

/// <summary>A device of two queues that gives back what it is sent: net_ring.</summary>
internal sealed class LoopPort : IDisposable
{
    public LoopPort(PacketPool pool, string name = "net_ring7")
    {
        Device = EthDev.Create(name);
        Device.Configure(new EthDevOptions { RxPool = pool });
        Device.Start();
    }

    public EthDev Device { get; }

    public RxQueue Rx => Device.RxQueues[0];

    public TxQueue Tx => Device.TxQueues[0];

    /// <summary>Sends a packet.</summary>
    public void Send(Mbuf packet)
    {
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(1)]);
        Assert.True(burst.TryAdd(packet));
        Assert.Equal(1, Tx.Send(burst));
    }

    /// <summary>Takes a packet out.</summary>
    public Mbuf Receive()
    {
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(1)]);
        Assert.Equal(1, Rx.Receive(burst));
        return burst.Take(0);
    }

    public void Dispose()
    {
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        while (Rx.Receive(burst) > 0)
        {
            burst.Clear();
        }
        Device.Dispose();
    }
}
