// The time to live is counted down in a copy of the header, and the packet goes out as it came.
// caught by: analyzer DPDK0013
Arrive(1);
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
Rx.Receive(burst);
foreach (Mbuf packet in burst)
{
    if (packet.TryGetHeader(EthernetHeader.Size, out HeaderRef<Ipv4Header> header))
    {
        Ipv4Header ip = header.Value;
        ip.TimeToLive--; // <-- here
    }
}
