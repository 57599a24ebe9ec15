using System.Diagnostics;

namespace DpdkSharp.Benchmarks.Alternatives;

/// <summary>DpdkSharp on one of DPDK's drivers for interfaces of the kernel.</summary>
internal sealed class DpdkPort : INetworkPort
{
    private const int Descriptors = 1024;
    private const int PoolSize = 16_383;
    private const int BurstSize = 32;

    private readonly Eal _eal;
    private readonly PacketPool _pool;
    private readonly EthDev _device;

    /// <summary>Starts EAL with the device as its only one.</summary>
    /// <param name="device">As EAL's option names it.</param>
    public DpdkPort(string device)
    {
        _eal = Eal.Initialize([
            "-l", "1", "--no-pci", "--no-telemetry", "-m", "256", "--no-huge", "--no-shconf", "--log-level", "error",
            "--file-prefix", $"dpdksharp-bench-{Environment.ProcessId}-kernel", "--vdev", device]);
        _pool = PacketPool.Create("packets", PoolSize);
        _device = EthDev.Open(EthDev.PortIds[0]);
        _device.Configure(new EthDevOptions { RxPool = _pool, RxDescriptorCount = Descriptors, TxDescriptorCount = Descriptors });
        _device.Start();
        _device.IsPromiscuous = true;
    }

    public PortCount Receive(Stopwatch watch, TimeSpan until)
    {
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(BurstSize)]);
        RxQueue queue = _device.RxQueues[0];
        long frames = 0, bytes = 0;
        ulong busy = 0;
        while (watch.Elapsed < until)
        {
            ulong start = EalClock.Cycles;
            if (queue.Receive(burst) == 0)
            {
                continue;
            }
            foreach (Mbuf packet in burst)
            {
                bytes += packet.Data[0];
            }
            frames += burst.Count;
            burst.Clear();
            busy += EalClock.Cycles - start;
        }
        return new PortCount(frames, bytes, (double)busy / EalClock.Hertz);
    }

    public PortCount Send(ReadOnlySpan<byte> frame, Stopwatch watch, TimeSpan until)
    {
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(BurstSize)]);
        TxQueue queue = _device.TxQueues[0];
        long frames = 0;
        while (watch.Elapsed < until)
        {
            if (burst.IsEmpty && _pool.TryAllocate(burst, BurstSize))
            {
                foreach (Mbuf packet in burst)
                {
                    if (packet.TryAppend(frame.Length, out Span<byte> data))
                    {
                        frame.CopyTo(data);
                    }
                }
            }
            frames += queue.Send(burst);
        }
        return new PortCount(frames, 0);
    }

    public void Dispose()
    {
        _device.Dispose();
        // The driver of AF_XDP keeps the packets that it has given to the kernel, for good.
        if (_pool.InUseCount == 0)
        {
            _pool.Dispose();
            _eal.Dispose();
        }
    }
}
