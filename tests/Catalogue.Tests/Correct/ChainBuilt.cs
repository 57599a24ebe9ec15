// A packet of several segments is built; freeing the first frees all.
if (!Pool.TryAllocate(out Mbuf packet))
{
    return;
}
for (int i = 0; i < 3; i++)
{
    if (!Pool.TryAllocate(out Mbuf tail))
    {
        break;
    }
    if (!packet.TryChain(tail))
    {
        tail.Free();
        break;
    }
}
int bytes = 0;
foreach (Mbuf segment in packet.Segments)
{
    bytes += segment.DataLength;
}
Console.WriteLine(bytes);
packet.Free();
