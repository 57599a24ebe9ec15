// A class keeps a packet for later: a reassembly table, a retransmission queue.
using var store = new Store();
if (Pool.TryAllocate(out Mbuf packet))
{
    store.Keep(packet);
}

internal sealed class Store : IDisposable
{
    private Mbuf _kept;

    public void Keep(Mbuf packet)
    {
        Dispose();
        _kept = packet;
    }

    public void Dispose()
    {
        if (!_kept.IsNull)
        {
            _kept.Free();
            _kept = default;
        }
    }
}
