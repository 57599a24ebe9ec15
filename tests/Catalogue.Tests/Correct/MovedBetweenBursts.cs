// The first packets move to a smaller burst, in turns.
Arrive(10);
using var all = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
using var part = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(4)]);
Rx.Receive(all);
while (all.MoveTo(part) > 0)
{
    Tx.Send(part);
    part.Clear();
}
