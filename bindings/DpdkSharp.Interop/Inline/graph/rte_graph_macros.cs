namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>How long the work queue of a graph with that many nodes is.</summary>
    public static uint RTE_GRAPH_SCHED_WQ_SIZE(uint nb_nodes) => nb_nodes * RTE_GRAPH_SCHED_WQ_SIZE_MULTIPLIER;

    /// <summary>How many data there are of each feature of an arc.</summary>
    [DpdkVersionsLike("25.11")]
    public static uint RTE_GRAPH_FEATURE_DATA_NUM_PER_FEATURE(rte_graph_feature_arc* arc) => arc->feature_size >> RTE_GRAPH_FEATURE_DATA_SIZE_LOG2;

    /// <summary>The place of a feature's data.</summary>
    [DpdkVersionsLike("25.11")]
    public static uint RTE_GRAPH_FEATURE_TO_FEATURE_DATA(rte_graph_feature_arc* arc, uint feature, uint index) =>
        (RTE_GRAPH_FEATURE_DATA_NUM_PER_FEATURE(arc) * feature) + index;
}
