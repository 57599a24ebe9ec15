// A packet is hung behind itself: freeing the chain would never end.
// caught by: exception ArgumentException "cannot be hung behind itself"
if (Pool.TryAllocate(out Mbuf packet))
{
    try
    {
        _ = packet.TryChain(packet);
    }
    finally
    {
        packet.Free();
    }
}
