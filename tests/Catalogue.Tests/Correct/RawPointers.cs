// The raw layer frees what the safe layer allocated.
using DpdkSharp.Interop;

if (Pool.TryAllocate(out Mbuf packet))
{
    unsafe
    {
        Dpdk.rte_pktmbuf_free(packet.Pointer);
    }
}
