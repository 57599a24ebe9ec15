// A helper only looks at the packet; it stays the caller's.
if (Pool.TryAllocate(out Mbuf packet))
{
    Console.WriteLine(IsLong(packet));
    packet.Free();
}

static bool IsLong(Mbuf packet) => packet.PacketLength > 1000;
