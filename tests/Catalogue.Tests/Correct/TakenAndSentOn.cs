// Packets are taken out of a burst one by one, for two ways on.
Arrive(10);
using TxBuffer buffer = Tx.CreateBuffer(4);
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
Rx.Receive(burst);
while (!burst.IsEmpty)
{
    Mbuf packet = burst.Take(burst.Count - 1);
    if (packet.PacketLength < 60)
    {
        packet.Free();
        continue;
    }
    buffer.Add(packet);
}
