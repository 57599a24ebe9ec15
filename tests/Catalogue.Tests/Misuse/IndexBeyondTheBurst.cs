// The loop runs over the capacity of the burst instead of its count.
// caught by: exception ArgumentOutOfRangeException "The burst holds 2 packets"
Arrive(2);
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
Rx.Receive(burst);
for (int i = 0; i < burst.Capacity; i++)
{
    burst[i].Prefetch();
}
