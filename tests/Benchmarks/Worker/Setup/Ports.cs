using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Benchmarks.Worker.Setup;

/// <summary>The ports that forwarding is measured on; made when they are first asked for.</summary>
internal sealed unsafe class Ports : IDisposable
{
    private const int RingSize = 16_384;
    private const int Descriptors = 1024;
    private const int PoolSize = 16_383;
    private const int PoolCache = 250;

    private static readonly TimeSpan s_linkTimeout = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, EthDev> _devices = [];
    private readonly Dictionary<int, PacketPool> _pools = [];
    private Ring<Mbuf>? _ring;
    private Ring<Mbuf>? _pipe;

    /// <summary>
    /// "ring" and "net_ring0": their output is their input; the first holds many packets, the second as many as the driver's own rings do.
    /// "null": delivers frames without end, discards what it is given. "net_memif0": another process is behind it.
    /// </summary>
    public EthDev Open(BenchmarkRequest request)
    {
        bool isRing = request.Device == "ring";
        // The harness names the devices by their driver and the frames they deliver: net_null64. Rings and memif have no frames of their own.
        string name = IsLooped(request) || request.Device == "net_memif0" ? request.Device : $"net_{request.Device}{request.Frame}";
        if (!_devices.TryGetValue(name, out EthDev? device))
        {
            device = isRing ? EthDev.Open(MakeRingPort()) : EthDev.Open(name);
            device.Configure(new EthDevOptions
            {
                RxPool = Pool(request.Frame),
                RxDescriptorCount = Descriptors,
                TxDescriptorCount = Descriptors,
                TxOffloads = TxOffloads.None,
            });
            device.Start();
            if (!device.WaitForLink(s_linkTimeout).IsUp)
            {
                throw new InvalidOperationException($"{device} has no link.");
            }
            _devices.Add(name, device);
        }
        return device;
    }

    /// <summary>A pool whose packets have room for a frame.</summary>
    public PacketPool Pool(int frame)
    {
        if (!_pools.TryGetValue(frame, out PacketPool? pool))
        {
            pool = PacketPool.Create($"frames{frame}", PoolSize, PoolCache, (int)RTE_PKTMBUF_HEADROOM + ((frame + 63) & ~63));
            _pools.Add(frame, pool);
        }
        return pool;
    }

    /// <summary>A ring between two lcores.</summary>
    public Ring<Mbuf> Pipe(int size) => _pipe ??= Ring<Mbuf>.Create("pipe", size, RingSyncMode.SingleThread, RingSyncMode.SingleThread);

    /// <summary>Puts the traffic of a run onto a port; on looped devices only.</summary>
    public void Load(EthDev device, BenchmarkRequest request)
    {
        if (!IsLooped(request))
        {
            return;
        }
        using var burst = new PacketBurst(new Mbuf[PacketBurst.StorageFor(request.Packets)]);
        if (!Pool(request.Frame).TryAllocate(burst, request.Packets))
        {
            throw new InvalidOperationException($"There are no {request.Packets} packets.");
        }
        Traffic.Fill(burst, request.Frame, request.Traffic);
        if (device.TxQueues[0].Send(burst) != request.Packets)
        {
            throw new InvalidOperationException($"The ring takes no {request.Packets} packets.");
        }
    }

    /// <summary>Takes all packets off again and frees them.</summary>
    /// <returns>How many there were, and a checksum over them in order.</returns>
    public static (int Count, ulong Check) Unload(EthDev device, BenchmarkRequest request)
    {
        int count = 0;
        uint check = 0;
        if (!IsLooped(request))
        {
            return default;
        }
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(1)]);
        while (device.RxQueues[0].Receive(burst) == 1)
        {
            check = Traffic.Check(check, burst[0]);
            burst.Clear();
            count++;
        }
        return (count, check);
    }

    public void Dispose()
    {
        foreach (EthDev device in _devices.Values)
        {
            device.Dispose();
        }
        _pipe?.Dispose();
        _ring?.Dispose();
        foreach (PacketPool pool in _pools.Values)
        {
            pool.Dispose();
        }
    }

    /// <summary>Whether what is sent to a device comes back from it.</summary>
    private static bool IsLooped(BenchmarkRequest request) => request.Device is "ring" or "net_ring0";

    private int MakeRingPort()
    {
        _ring = Ring<Mbuf>.Create("loop", RingSize, RingSyncMode.SingleThread, RingSyncMode.SingleThread);
        int port = rte_eth_from_ring(_ring.Pointer);
        return port >= 0 ? port : throw new InvalidOperationException("The ring port cannot be made.");
    }
}
