// A header is changed through a reference after its packet was sent.
// caught by: analyzer DPDK0005
Arrive(1);
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
Rx.Receive(burst);
foreach (Mbuf packet in burst)
{
    if (packet.TryGetHeader(0, out HeaderRef<EthernetHeader> ethernet))
    {
        Tx.Send(burst);
        ethernet.Value.SwapAddresses(); // <-- here
    }
    break;
}
