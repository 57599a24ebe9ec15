// A header is copied out, over segment borders too, changed, and written back.
Arrive(4);
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
Rx.Receive(burst);
foreach (Mbuf packet in burst)
{
    if (packet.TryReadHeader(0, out EthernetHeader ethernet))
    {
        ethernet.SwapAddresses();
        if (!packet.TryWriteHeader(0, ethernet))
        {
            Console.WriteLine("too short");
        }
    }
}
