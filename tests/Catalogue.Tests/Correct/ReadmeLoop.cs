// The loop of the README: the burst owns what is left, so that the results of Receive and Send need not be looked at.
Arrive(40);
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
for (int i = 0; i < 10; i++)
{
    Rx.Receive(burst);
    foreach (Mbuf packet in burst)
    {
        if (packet.TryGetHeader(0, out HeaderRef<EthernetHeader> ethernet))
        {
            ethernet.Value.SwapAddresses();
        }
    }
    Tx.Send(burst);
    burst.Clear();
}
