namespace DpdkSharp.Interop;

// What the DLB keeps in the reserved bits of an event: the depth of its queue in the lower two, its weight in the upper two.
public static unsafe partial class Dpdk
{
    public static byte RTE_PMD_DLB2_GET_QID_DEPTH(rte_event* x) => (byte)(x->rsvd & 3);

    public static void RTE_PMD_DLB2_SET_QID_DEPTH(rte_event* x, byte v) => x->rsvd = (byte)((x->rsvd & ~3) | (v & 3));

    public static byte RTE_PMD_DLB2_GET_QE_WEIGHT(rte_event* x) => (byte)((x->rsvd >> 2) & 3);

    public static void RTE_PMD_DLB2_SET_QE_WEIGHT(rte_event* x, byte v) => x->rsvd = (byte)((x->rsvd & 3) | ((v & 3) << 2));
}
