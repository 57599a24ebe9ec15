// A helper frees the packet that it was only to look at.
// caught by: checked PacketOwnershipException "Double free: the mbuf"
if (Pool.TryAllocate(out Mbuf packet))
{
    Filter(packet);
    packet.Free();
}

static void Filter(Mbuf packet)
{
    if (packet.PacketLength < 60)
    {
        packet.Free();
    }
}
