// The bytes of a clone are written, and so are those of the packet that it shares them with.
// caught by: nothing, as sharing is what clones are for; write to a copy (TryCopy), or before cloning
if (!Pool.TryAllocate(out Mbuf packet))
{
    return;
}
if (packet.TryAppend(60, out _) && packet.TryClone(OtherPool, out Mbuf clone))
{
    clone.Data[0] = 1;
    clone.Free();
}
packet.Free();
