// A burst without using: the loop ends when it is empty.
Arrive(8);
var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
Rx.Receive(burst);
while (burst.Count > 0)
{
    burst.Drop(0);
}
