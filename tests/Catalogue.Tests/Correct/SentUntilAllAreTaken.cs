// What the device does not take is sent again, a few times; the rest is dropped.
Arrive(8);
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
Rx.Receive(burst);
for (int attempt = 0; attempt < 3 && !burst.IsEmpty; attempt++)
{
    Tx.Send(burst);
}
burst.Clear();
