// Counts are asked for with patterns.
Arrive(6);
var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
if (Rx.Receive(burst) is > 0 and var received)
{
    Console.WriteLine(received);
    Tx.Send(burst);
    burst.Dispose();
}
