// Two packets: when the second is not to be had, the first is freed.
if (!Pool.TryAllocate(out Mbuf first))
{
    return;
}
if (!Pool.TryAllocate(out Mbuf second))
{
    first.Free();
    return;
}
first.Free();
second.Free();
