namespace DpdkSharp.Faults;

/// <summary>Two devices with shared memory between them: this process's, and that of the peer that is killed.</summary>
/// <param name="Name">What the pair is called.</param>
/// <param name="Device">This process's device.</param>
/// <param name="Arguments">Its arguments, but for the socket.</param>
/// <param name="PeerDevice">The peer's device with its arguments, but for the socket.</param>
/// <param name="SocketArgument">What this device and the peer's call the socket.</param>
internal sealed record PeerPair(string Name, string Device, string Arguments, string PeerDevice, (string Own, string Peer) SocketArgument)
{
    private const int VirtioQueue = 256;

    public static IReadOnlyList<PeerPair> All { get; } =
    [
        new("memif", "net_memif0", "role=server,socket-abstract=no", "net_memif0,role=client,socket-abstract=no", ("socket", "socket")) { ForgetsCounters = true, UnmapsUnderPolling = true },
        // A switch whose container or virtual machine dies: the switch listens, or it tries again and again until the other side listens.
        new("vhost-server", "net_vhost0", "queues=1", "net_virtio_user0", ("iface", "path")),
        new("vhost-client", "net_vhost0", "queues=1,client=1", "net_virtio_user0,server=1", ("iface", "path")) { PeerListens = true },
        // A container whose switch dies.
        new("virtio-user", "net_virtio_user0", $"server=1,queue_size={VirtioQueue:D}", "net_vhost0,queues=1,client=1", ("path", "iface")) { WaitsForPeer = true, KeptPackets = 2 * VirtioQueue },
    ];

    /// <summary>The peer makes the socket. A dead one leaves the file behind, and the next one cannot listen there.</summary>
    public bool PeerListens { get; private init; }

    /// <summary>The device's creation does not return before the first peer is there.</summary>
    public bool WaitsForPeer { get; private init; }

    /// <summary>The driver takes the shared memory away when the peer is gone, whether a thread is in the middle of a burst or not: in C as well, that ends the process (docs/limitations.md).</summary>
    public bool UnmapsUnderPolling { get; private init; }

    /// <summary>The driver's counters begin anew when the peer is gone.</summary>
    public bool ForgetsCounters { get; private init; }

    /// <summary>How many packets the device itself holds at the most when all stands still: in the descriptors of both queues.</summary>
    public int KeptPackets { get; private init; }

    /// <summary>The arguments of this process's device.</summary>
    public string ArgumentsWith(string socket) => $"{Arguments},{SocketArgument.Own}={socket}";

    /// <summary>The peer's device, for <c>--vdev</c>.</summary>
    public string PeerWith(string socket) => $"{PeerDevice},{SocketArgument.Peer}={socket}";
}
