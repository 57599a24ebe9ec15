// Headers are changed in place, through references.
Arrive(4);
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
Rx.Receive(burst);
foreach (Mbuf packet in burst)
{
    if (packet.TryGetHeader(0, out HeaderRef<EthernetHeader> ethernet) && packet.TryGetHeader(EthernetHeader.Size, out HeaderRef<Ipv4Header> ip))
    {
        ref EthernetHeader header = ref ethernet.Value;
        header.SwapAddresses();
        header.EtherType = EtherType.Ipv4;
        ip.Value.TimeToLive = 64;
    }
}
Tx.Send(burst);
