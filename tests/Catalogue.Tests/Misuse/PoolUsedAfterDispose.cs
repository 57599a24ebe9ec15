// A packet is asked of a pool that was disposed.
// caught by: exception ObjectDisposedException "the packet pool"
PacketPool pool = PacketPool.Create(Name("gone"), 63, 0);
pool.Dispose();
if (pool.TryAllocate(out Mbuf packet))
{
    packet.Free();
}
