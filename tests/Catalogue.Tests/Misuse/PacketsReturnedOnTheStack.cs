// The packets of a burst are returned out of the method whose stack holds them.
// caught by: compiler CS8352
ReadOnlySpan<Mbuf> packets = Receive();
Console.WriteLine(packets.Length);

static ReadOnlySpan<Mbuf> Receive()
{
    var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
    Rx.Receive(burst);
    return burst.Packets; // <-- here
}
