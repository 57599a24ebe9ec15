// A header is copied only to be looked at.
Arrive(4);
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
Rx.Receive(burst);
int ipv4 = 0;
foreach (Mbuf packet in burst)
{
    if (packet.TryReadHeader(0, out EthernetHeader ethernet) && ethernet.EtherType == EtherType.Ipv4)
    {
        ipv4++;
    }
}
Console.WriteLine(ipv4);
