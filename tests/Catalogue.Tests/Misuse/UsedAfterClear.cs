// A packet is kept from a burst that is then cleared.
// caught by: analyzer DPDK0003
// caught by: checked PacketOwnershipException "Use after free: the mbuf"
Arrive(1);
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
if (Rx.Receive(burst) == 0)
{
    return;
}
Mbuf first = burst[0];
burst.Clear();
Console.WriteLine(first.PacketLength); // <-- here
