// A pointer into a packet is kept, and written through after the packet was freed.
// caught by: checked PacketOwnershipException "Write after free: the mbuf"
if (Pool.TryAllocate(out Mbuf packet))
{
    unsafe
    {
        byte* bytes = (byte*)packet.Pointer->buf_addr + packet.Pointer->data_off;
        packet.Free();
        bytes[10] = 1;
    }
}
