// A header that was copied out with TryReadHeader is changed and not written back.
// caught by: analyzer DPDK0013
Arrive(1);
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
Rx.Receive(burst);
foreach (Mbuf packet in burst)
{
    if (packet.TryReadHeader(0, out EthernetHeader ethernet))
    {
        ethernet.SwapAddresses(); // <-- here
    }
}
