// Raw code sets the length of the segment and forgets that of the packet.
// caught by: checked PacketOwnershipException "Corrupted packet: the mbuf"
if (Pool.TryAllocate(out Mbuf packet))
{
    unsafe
    {
        packet.Pointer->data_len = 60;
    }
    packet.Free();
}
