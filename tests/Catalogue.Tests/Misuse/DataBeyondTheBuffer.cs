// Raw code makes a packet longer than its buffer: what is read and sent is another packet's.
// caught by: checked PacketOwnershipException "Corrupted packet: the mbuf"
if (Pool.TryAllocate(out Mbuf packet))
{
    unsafe
    {
        packet.Pointer->data_len = 60_000;
        packet.Pointer->pkt_len = 60_000;
    }
    packet.Free();
}
