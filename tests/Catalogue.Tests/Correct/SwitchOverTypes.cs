// A switch decides what becomes of each packet.
Arrive(6);
using TxBuffer buffer = Tx.CreateBuffer(4);
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
Rx.Receive(burst);
while (!burst.IsEmpty)
{
    Mbuf packet = burst.Take(0);
    switch (packet.TryReadHeader(0, out EthernetHeader ethernet) ? ethernet.EtherType : default)
    {
        case EtherType.Arp:
            packet.Free();
            break;
        case EtherType.Ipv4 when packet.PacketLength > 34:
            buffer.Add(packet);
            break;
        default:
            packet.Free();
            break;
    }
}
