// All packets are taken out of the burst into an array, and each goes its way.
Arrive(10);
using TxBuffer buffer = Tx.CreateBuffer(4);
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
Rx.Receive(burst);
Span<Mbuf> packets = stackalloc Mbuf[32];
int count = burst.TakeAll(packets);
for (int i = 0; i < count; i++)
{
    Mbuf packet = packets[i];
    if (i % 3 == 0)
    {
        packet.Free();
    }
    else
    {
        buffer.Add(packet);
    }
}
