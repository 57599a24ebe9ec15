// The bytes of a packet are written after it was freed, through a span that was taken before.
// caught by: analyzer DPDK0005
// caught by: checked PacketOwnershipException "Write after free: the mbuf"
if (Pool.TryAllocate(out Mbuf packet))
{
    if (!packet.TryAppend(60, out Span<byte> bytes))
    {
        packet.Free();
        return;
    }
    packet.Free();
    bytes.Clear(); // <-- here
}
