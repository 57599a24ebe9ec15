// The storage of a burst is used again, after the first burst was disposed.
Span<Mbuf> storage = stackalloc Mbuf[PacketBurst.StorageFor(8)];
for (int i = 0; i < 3; i++)
{
    Arrive(4);
    using var burst = new PacketBurst(storage);
    Rx.Receive(burst);
}
