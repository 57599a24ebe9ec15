namespace DpdkSharp.Samples.Firewall;

/// <summary>Moves packets between two ports through a filter.</summary>
/// <param name="inside">The port of the inside.</param>
/// <param name="outside">The port of the outside.</param>
/// <param name="filter">What may pass.</param>
public sealed class Relay(EthDev inside, EthDev outside, StatefulFilter filter)
{
    /// <summary>Takes a burst from each port, and sends what may pass by the other one.</summary>
    /// <returns>How many packets were received.</returns>
    public int Step()
    {
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        return Pass(burst, inside, outside, outwards: true) + Pass(burst, outside, inside, outwards: false);
    }

    private int Pass(PacketBurst burst, EthDev from, EthDev to, bool outwards)
    {
        int received = from.RxQueues[0].Receive(burst);
        if (received > 0)
        {
            filter.Filter(burst, outwards);
            to.TxQueues[0].Send(burst);
            // What the port does not take is dropped, as on a wire that is too slow.
            burst.Clear();
        }
        return received;
    }
}
