// A packet is filled after it was added to the burst, which has not been sent yet.
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(4)]);
if (Pool.TryAllocate(out Mbuf packet))
{
    if (!burst.TryAdd(packet))
    {
        packet.Free();
        return;
    }
    _ = packet.TryAppend(60, out Span<byte> bytes);
    bytes.Clear();
    packet.Port = 1;
}
Tx.Send(burst);
