// A burst collects packets over several calls before they are sent.
Arrive(12);
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
for (int i = 0; i < 4 && burst.FreeCount > 0; i++)
{
    Rx.Receive(burst);
}
Tx.Send(burst);
