namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>The nodes of a graph, in the order of its memory.</summary>
    public static rte_graph_node_sequence rte_graph_foreach_node(rte_graph* graph) => new(graph);
}

/// <summary>What <c>rte_graph_foreach_node</c> walks. Nothing is allocated.</summary>
public readonly unsafe struct rte_graph_node_sequence
{
    private readonly rte_graph* _graph;

    internal rte_graph_node_sequence(rte_graph* graph) => _graph = graph;

    public Enumerator GetEnumerator() => new(_graph);

    public struct Enumerator
    {
        private readonly rte_graph* _graph;
        private uint _count;

        internal Enumerator(rte_graph* graph) => _graph = graph;

        public rte_node* Current { get; private set; }

        public bool MoveNext()
        {
            if (_count == _graph->nb_nodes)
            {
                return false;
            }
            Current = (rte_node*)((byte*)_graph + (_count == 0 ? _graph->nodes_start : Current->next));
            _count++;
            return true;
        }
    }
}
