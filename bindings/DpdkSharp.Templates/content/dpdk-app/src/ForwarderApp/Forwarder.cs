using DpdkSharp;
using DpdkSharp.Headers;

namespace ForwarderApp;

/// <summary>The work of one lcore. It knows neither EAL nor the command line, so that tests can drive it step by step.</summary>
public sealed class Forwarder(params ForwardingPath[] paths)
{
    private ulong _received;
    private ulong _sent;
    private ulong _dropped;

    /// <summary>Packets received; may be read by any thread, as the others.</summary>
    public ulong ReceivedCount => Volatile.Read(ref _received);

    /// <summary>Packets that the ports took.</summary>
    public ulong SentCount => Volatile.Read(ref _sent);

    /// <summary>Packets that a port was too slow for.</summary>
    public ulong DroppedCount => Volatile.Read(ref _dropped);

    /// <summary>Takes a burst from each queue, and sends it on.</summary>
    /// <returns>How many packets were received.</returns>
    [DataPath]
    public int Step()
    {
        int total = 0;
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        foreach (ForwardingPath path in paths)
        {
            int received = path.From.Receive(burst);
            if (received == 0)
            {
                continue;
            }
            // This is the place for what your program does with packets.
            foreach (Mbuf packet in burst)
            {
                if (packet.TryGetHeader(0, out HeaderRef<EthernetHeader> ethernet))
                {
                    ethernet.Value.Source = path.Source;
                }
            }
            int sent = path.To.Send(burst);
            // What the port does not take is dropped, as on a wire that is too slow.
            burst.Clear();
            Volatile.Write(ref _received, _received + (uint)received);
            Volatile.Write(ref _sent, _sent + (uint)sent);
            Volatile.Write(ref _dropped, _dropped + (uint)(received - sent));
            total += received;
        }
        return total;
    }
}
