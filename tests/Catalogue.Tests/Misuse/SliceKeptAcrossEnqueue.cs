// A slice of a packet's bytes is read after the packet went to another lcore.
// caught by: analyzer DPDK0005
using Ring<Mbuf> ring = Ring<Mbuf>.Create(Name("ring"), 8);
if (!Pool.TryAllocate(out Mbuf packet))
{
    return;
}
_ = packet.TryAppend(60, out _);
Span<byte> payload = packet.Data[14..];
if (!ring.TryEnqueue(packet))
{
    packet.Free();
    return;
}
Console.WriteLine(payload[0]); // <-- here
ring.FreeAll();
