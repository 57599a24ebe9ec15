// Methods fill and empty a burst that they are given.
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(8)]);
Fill(burst);
Empty(burst);

static void Fill(PacketBurst burst)
{
    while (burst.FreeCount > 0 && Pool.TryAllocate(out Mbuf packet))
    {
        if (!burst.TryAdd(packet))
        {
            packet.Free();
            return;
        }
    }
}

static void Empty(PacketBurst burst)
{
    while (!burst.IsEmpty)
    {
        burst.Take(0).Free();
    }
}
