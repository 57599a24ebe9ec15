// One of two packets is chosen; both are freed in the end.
if (Pool.TryAllocate(out Mbuf first) & Pool.TryAllocate(out Mbuf second))
{
    Mbuf chosen = first.PacketLength > second.PacketLength ? first : second;
    chosen.Port = 1;
}
if (!first.IsNull)
{
    first.Free();
}
if (!second.IsNull)
{
    second.Free();
}
