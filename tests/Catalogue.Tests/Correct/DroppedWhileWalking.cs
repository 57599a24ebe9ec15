// Packets are dropped from the end of the burst while it is walked.
Arrive(10);
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
Rx.Receive(burst);
for (int i = burst.Count - 1; i >= 0; i--)
{
    if (i % 2 == 0)
    {
        burst.Drop(i);
    }
}
Tx.Send(burst);
