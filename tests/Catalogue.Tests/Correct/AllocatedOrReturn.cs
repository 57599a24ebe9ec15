// The style with an early return: nothing is owned on the way out.
if (!Pool.TryAllocate(out Mbuf packet))
{
    return;
}
packet.Port = 1;
packet.Free();
