// Packets wait in a queue of .NET for an answer that never comes; the pool tells who took them.
// caught by: checked PacketOwnershipException "3 of its 511 packets are still out"
var waiting = new Queue<Mbuf>();
for (int i = 0; i < 3; i++)
{
    if (Pool.TryAllocate(out Mbuf packet))
    {
        waiting.Enqueue(packet);
    }
}
