// A chain is built; when the bytes of a segment do not fit, the head is freed and the segment that is not chained yet is forgotten.
// caught by: analyzer DPDK0002
// caught by: exception "1 of its 511 packets are still out"
byte[] message = new byte[5000];
if (!Pool.TryAllocate(out Mbuf head))
{
    return;
}
for (int offset = 0; offset < message.Length; offset += 4000)
{
    if (!Pool.TryAllocate(out Mbuf segment)) // <-- here
    {
        head.Free();
        return;
    }
    if (!segment.TryAppend(Math.Min(4000, message.Length - offset), out Span<byte> room))
    {
        head.Free();
        return;
    }
    message.AsSpan(offset, room.Length).CopyTo(room);
    if (!head.TryChain(segment))
    {
        segment.Free();
    }
}
head.Free();
