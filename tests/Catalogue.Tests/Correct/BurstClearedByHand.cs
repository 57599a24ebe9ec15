// A burst without using: it is cleared on every way out.
Arrive(8);
var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
if (Rx.Receive(burst) == 0)
{
    return;
}
Tx.Send(burst);
burst.Clear();
