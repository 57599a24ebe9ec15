// A ring is disposed of while packets are in it.
// caught by: exception InvalidOperationException "it holds 1 packet, which would be lost"
Ring<Mbuf> ring = Ring<Mbuf>.Create(Name("ring"), 8);
if (Pool.TryAllocate(out Mbuf packet) && !ring.TryEnqueue(packet))
{
    packet.Free();
}
try
{
    ring.Dispose();
}
finally
{
    ring.FreeAll();
    ring.Dispose();
}
