// A packet is dropped by freeing it while the burst still owns it: Clear frees it again.
// caught by: analyzer DPDK0004
// caught by: checked PacketOwnershipException "Two owners: the mbuf"
Arrive(4);
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
Rx.Receive(burst);
foreach (Mbuf packet in burst)
{
    if (packet.PacketLength < 100)
    {
        packet.Free(); // <-- here
    }
}
