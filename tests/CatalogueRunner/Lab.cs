using System.Globalization;

namespace DpdkSharp.Catalogue;

/// <summary>
/// What an entry of the catalogue finds there, so that it can be short: EAL, two packet pools, and a port that gives back what is sent to it.
/// Each is made when it is first asked for, new for each entry, and taken down after it.
/// </summary>
public static class Lab
{
    private static int s_number;
    private static Eal? s_eal;
    private static PacketPool? s_pool;
    private static PacketPool? s_otherPool;
    private static EthDev? s_port;

    /// <summary>EAL, which runs already.</summary>
    public static Eal RunningEal => s_eal ?? throw new InvalidOperationException("This entry starts EAL itself.");

    /// <summary>The lcore beside the main one.</summary>
    public static Lcore Worker => RunningEal.WorkerLcores[0];

    /// <summary>A pool of 511 packets, which must all be back when the entry ends.</summary>
    public static PacketPool Pool => s_pool ??= NewPool();

    /// <summary>Another one.</summary>
    public static PacketPool OtherPool => s_otherPool ??= NewPool();

    /// <summary>A started net_ring device: what is sent comes back. Its ring holds 1,023 packets.</summary>
    public static EthDev Port => s_port ??= NewPort();

    /// <summary>Its receive queue.</summary>
    public static RxQueue Rx => Port.RxQueues[0];

    /// <summary>Its transmit queue.</summary>
    public static TxQueue Tx => Port.TxQueues[0];

    /// <summary>Sends packets of 64 bytes to the port, to be received.</summary>
    public static void Arrive(int count)
    {
        using var burst = new PacketBurst(new Mbuf[PacketBurst.StorageFor(count)]);
        if (!Pool.TryAllocate(burst, count))
        {
            throw new InvalidOperationException($"The pool has no {count} packets.");
        }
        foreach (Mbuf packet in burst)
        {
            if (!packet.TryAppend(64, out Span<byte> data))
            {
                throw new InvalidOperationException("The packet has no room for 64 bytes.");
            }
            data.Clear();
        }
        if (Tx.Send(burst) != count)
        {
            throw new InvalidOperationException($"The port did not take {count} packets.");
        }
    }

    /// <summary>A name that no other entry has.</summary>
    public static string Name(string stem) => string.Create(CultureInfo.InvariantCulture, $"{stem}{++s_number}");

    internal static void Start(Eal eal) => s_eal = eal;

    /// <summary>Takes down what the entry used. A pool with packets missing says so.</summary>
    internal static void Clean()
    {
        (EthDev? port, PacketPool? pool, PacketPool? other) = (s_port, s_pool, s_otherPool);
        (s_port, s_pool, s_otherPool) = (null, null, null);
        if (port is not null)
        {
            // The device leaves what is in its ring there.
            using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
            while (port.IsStarted && port.RxQueues[0].Receive(burst) > 0)
            {
                burst.Clear();
            }
            port.Dispose();
        }
        pool?.Dispose();
        other?.Dispose();
    }

    private static PacketPool NewPool() => PacketPool.Create(Name("lab"), 511, cacheSize: 0);

    private static EthDev NewPort()
    {
        EthDev port = EthDev.Create(Name("net_ring"));
        port.Configure(new EthDevOptions { RxPool = Pool });
        port.Start();
        return port;
    }
}
