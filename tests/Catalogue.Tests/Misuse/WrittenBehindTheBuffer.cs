// Raw code writes a frame that is longer than the buffer.
// caught by: checked PacketOwnershipException "Buffer overrun: something wrote behind the buffer"
if (Pool.TryAllocate(out Mbuf packet))
{
    unsafe
    {
        byte* end = (byte*)packet.Pointer->buf_addr + packet.Pointer->buf_len;
        end[0] = 1;
    }
    packet.Free();
}
