// A packet is taken out of the burst to be dropped, but not freed.
// caught by: analyzer DPDK0007
// caught by: exception "1 of its 511 packets are still out"
// caught by: checked PacketOwnershipException "1 of its 511 packets are still out"
Arrive(2);
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
Rx.Receive(burst);
burst.Take(0); // <-- here
