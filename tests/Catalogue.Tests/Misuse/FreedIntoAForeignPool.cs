// Raw code changes the pool of a packet, which would be freed into a pool that it does not come from.
// caught by: checked PacketOwnershipException "Foreign pool: the mbuf"
if (Pool.TryAllocate(out Mbuf packet))
{
    unsafe
    {
        packet.Pointer->pool = OtherPool.Pointer;
    }
    packet.Free();
}
