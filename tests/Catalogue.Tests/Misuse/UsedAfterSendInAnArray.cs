// The packets of a burst are kept in an array, and looked at after the burst was sent.
// caught by: checked PacketOwnershipException "Use after send: the mbuf"
Arrive(4);
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
Rx.Receive(burst);
Mbuf[] kept = burst.Packets.ToArray();
Tx.Send(burst);
foreach (Mbuf packet in kept)
{
    Console.WriteLine(packet.PacketLength);
}
