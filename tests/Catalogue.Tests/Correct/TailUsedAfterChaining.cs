// A segment is filled after it was chained: it is the packet's, and the packet is still there.
if (!Pool.TryAllocate(out Mbuf packet))
{
    return;
}
if (Pool.TryAllocate(out Mbuf tail))
{
    if (packet.TryChain(tail))
    {
        _ = packet.TryAppend(10, out _);
        Console.WriteLine(tail.DataLength);
    }
    else
    {
        tail.Free();
    }
}
packet.Free();
