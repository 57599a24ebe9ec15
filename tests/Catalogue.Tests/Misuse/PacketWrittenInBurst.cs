// A packet of a burst is replaced by another one, and lost.
// caught by: compiler CS0200
Arrive(1);
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
if (Rx.Receive(burst) > 0 && Pool.TryAllocate(out Mbuf other))
{
    burst[0] = other; // <-- here
}
