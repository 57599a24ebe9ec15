using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Inline;

public sealed unsafe class FlowMetadataTests(EalFixture eal)
{
    [Fact]
    public void Metadata_stand_where_c_reads_them() => eal.Run(() =>
    {
        rte_mempool* pool = rte_pktmbuf_pool_create(EalFixture.UniqueName("metadata"), 15, 0, 0, 256, -1);
        Assert.Equal(0, rte_flow_dynf_metadata_register());
        Assert.Equal(1, rte_flow_dynf_metadata_avail());
        Assert.Equal(1, ((delegate* unmanaged<int>)Oracle.Get("o_rte_flow_dynf_metadata_avail"))());
        rte_mbuf* m = rte_pktmbuf_alloc(pool);
        rte_flow_dynf_metadata_set(m, 0x12345678);
        Assert.Equal(0x12345678u, ((delegate* unmanaged<rte_mbuf*, uint>)Oracle.Get("o_rte_flow_dynf_metadata_get"))(m));
        ((delegate* unmanaged<rte_mbuf*, uint, void>)Oracle.Get("o_rte_flow_dynf_metadata_set"))(m, 99);
        Assert.Equal(99u, rte_flow_dynf_metadata_get(m));
        rte_pktmbuf_free(m);
        rte_mempool_free(pool);
    });
}
