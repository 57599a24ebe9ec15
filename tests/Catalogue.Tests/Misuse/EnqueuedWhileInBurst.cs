// A packet of a burst is put into a ring without being taken out: ring and burst both own it.
// caught by: analyzer DPDK0004
Arrive(4);
using Ring<Mbuf> ring = Ring<Mbuf>.Create(Name("ring"), 8);
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
Rx.Receive(burst);
foreach (Mbuf packet in burst)
{
    if (!ring.TryEnqueue(packet)) // <-- here
    {
        break;
    }
}
