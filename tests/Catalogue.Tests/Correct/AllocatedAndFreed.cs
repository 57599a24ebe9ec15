// A packet is allocated, filled and freed.
if (Pool.TryAllocate(out Mbuf packet))
{
    if (packet.TryAppend(60, out Span<byte> bytes))
    {
        bytes.Clear();
    }
    packet.Free();
}
