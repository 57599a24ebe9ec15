// An empty pool gives the null handle; the result that says so is ignored.
// caught by: analyzer DPDK0007
// caught by: exception NullReferenceException "Object reference"
using PacketPool small = PacketPool.Create(Name("small"), 1, 0);
if (small.TryAllocate(out Mbuf only))
{
    try
    {
        small.TryAllocate(out Mbuf packet); // <-- here
        packet.Data.Clear();
        packet.Free();
    }
    finally
    {
        only.Free();
    }
}
