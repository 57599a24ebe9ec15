// Raw code uses the chain pointer of the mbuf for a list of its own.
// caught by: checked PacketOwnershipException "Corrupted packet: the mbuf"
if (!Pool.TryAllocate(out Mbuf first))
{
    return;
}
if (Pool.TryAllocate(out Mbuf second))
{
    unsafe
    {
        first.Pointer->next = second.Pointer;
    }
}
first.Free();
