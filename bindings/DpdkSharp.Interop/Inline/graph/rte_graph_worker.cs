using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// The pending nodes are a ring of offsets; sources stand before its beginning, at negative positions. A node joins the ring with its first
// object.
public static unsafe partial class Dpdk
{
    /// <summary>1 when nodes count their calls, objects and cycles. A compile-time choice, which distributions leave as it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_graph_has_stats_feature() => RTE_LIBRTE_GRAPH_STATS;

    /// <summary>Runs the sources and then every node that has objects, until none has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_graph_walk(rte_graph* graph)
    {
        if (GraphFastPath.HasModels && graph->model == RTE_GRAPH_MODEL_MCORE_DISPATCH)
        {
            rte_graph_walk_mcore_dispatch(graph);
        }
        else
        {
            rte_graph_walk_rtc(graph);
        }
    }

    /// <summary>As <see cref="rte_graph_walk"/>, all on the calling lcore.</summary>
    public static void rte_graph_walk_rtc(rte_graph* graph)
    {
        uint* pending = graph->cir_start;
        uint mask = graph->cir_mask;
        int head = (int)graph->head;
        while (head != (int)Volatile.Read(ref graph->tail))
        {
            GraphFastPath.Process(graph, (rte_node*)((byte*)graph + pending[head]));
            head++;
            if (head > 0)
            {
                head &= (int)mask;
            }
        }

        graph->tail = 0;
    }

    /// <summary>As <see cref="rte_graph_walk"/>, with nodes that belong to another lcore handed to it.</summary>
    /// <exception cref="DpdkNotSupportedException">The DPDK loaded is 22.11.</exception>
    [DpdkVersionsLike("25.11")]
    public static void rte_graph_walk_mcore_dispatch(rte_graph* graph)
    {
        uint* pending = graph->cir_start;
        uint mask = graph->cir_mask;
        int head = (int)graph->head;
        if (graph->dispatch.wq != null)
        {
            __rte_graph_mcore_dispatch_sched_wq_process(graph);
        }

        while (head != (int)Volatile.Read(ref graph->tail))
        {
            var node = (rte_node*)((byte*)graph + pending[head]);
            head++;
            uint mine = graph->dispatch.lcore_id;
            uint its = node->dispatch.lcore_id;
            // A source is run by its own lcore only.
            if (head < 1 && its != mine)
            {
                continue;
            }

            if (its != RTE_MAX_LCORE && its != mine && graph->dispatch.rq != null
                && __rte_graph_mcore_dispatch_sched_node_enqueue(node, graph->dispatch.rq))
            {
                continue;
            }

            GraphFastPath.Process(graph, node);
            if (head > 0)
            {
                head &= (int)mask;
            }
        }

        graph->tail = 0;
    }

    /// <summary>Hands objects to the node's next one over the edge <paramref name="next"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_node_enqueue(rte_graph* graph, rte_node* node, ushort next, void** objs, ushort nb_objs)
    {
        node = node->nodes[next];
        ushort count = node->idx;
        RingCore.Copy((byte*)(GraphFastPath.Room(graph, node, count, nb_objs) + count), (byte*)objs, (nuint)nb_objs * (nuint)sizeof(void*));
        node->idx = (ushort)(count + nb_objs);
    }

    /// <inheritdoc cref="rte_node_enqueue"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_node_enqueue_x1(rte_graph* graph, rte_node* node, ushort next, void* obj)
    {
        node = node->nodes[next];
        ushort count = node->idx;
        GraphFastPath.Room(graph, node, count, 1)[count] = obj;
        node->idx = (ushort)(count + 1);
    }

    /// <inheritdoc cref="rte_node_enqueue"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_node_enqueue_x2(rte_graph* graph, rte_node* node, ushort next, void* obj0, void* obj1)
    {
        node = node->nodes[next];
        ushort count = node->idx;
        void** room = GraphFastPath.Room(graph, node, count, 2) + count;
        room[0] = obj0;
        room[1] = obj1;
        node->idx = (ushort)(count + 2);
    }

    /// <inheritdoc cref="rte_node_enqueue"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_node_enqueue_x4(rte_graph* graph, rte_node* node, ushort next, void* obj0, void* obj1, void* obj2, void* obj3)
    {
        node = node->nodes[next];
        ushort count = node->idx;
        void** room = GraphFastPath.Room(graph, node, count, 4) + count;
        room[0] = obj0;
        room[1] = obj1;
        room[2] = obj2;
        room[3] = obj3;
        node->idx = (ushort)(count + 4);
    }

    /// <summary>Hands each object over an edge of its own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_node_enqueue_next(rte_graph* graph, rte_node* node, ushort* nexts, void** objs, ushort nb_objs)
    {
        for (uint i = 0; i < nb_objs; i++)
        {
            rte_node_enqueue_x1(graph, node, nexts[i], objs[i]);
        }
    }

    /// <summary>Room for so many objects at the next node, to be filled in place; <see cref="rte_node_next_stream_put"/> hands them over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void** rte_node_next_stream_get(rte_graph* graph, rte_node* node, ushort next, ushort nb_objs)
    {
        node = node->nodes[next];
        ushort count = node->idx;
        if ((ushort)(node->size - count) < nb_objs)
        {
            __rte_node_stream_alloc_size(graph, node, (ushort)(node->size + nb_objs));
        }

        return node->objs + count;
    }

    /// <summary>Hands over as many objects as were filled in since <see cref="rte_node_next_stream_get"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_node_next_stream_put(rte_graph* graph, rte_node* node, ushort next, ushort idx)
    {
        if (idx == 0)
        {
            return;
        }

        node = node->nodes[next];
        if (node->idx == 0)
        {
            GraphFastPath.Append(graph, node);
        }

        node->idx += idx;
    }

    /// <summary>Hands on all objects of the node as they are: where the next one has none, both swap their arrays and nothing is copied.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_node_next_stream_move(rte_graph* graph, rte_node* src, ushort next)
    {
        rte_node* dst = src->nodes[next];
        if (dst->idx != 0)
        {
            rte_node_enqueue(graph, src, next, src->objs, src->idx);
            return;
        }

        void** objects = dst->objs;
        ushort size = dst->size;
        dst->objs = src->objs;
        dst->size = src->size;
        src->objs = objects;
        src->size = size;
        dst->idx = src->idx;
        GraphFastPath.Append(graph, dst);
    }

    /// <summary>How the graph is walked: <c>RTE_GRAPH_MODEL_*</c>.</summary>
    /// <exception cref="DpdkNotSupportedException">The DPDK loaded is 22.11.</exception>
    [DpdkVersionsLike("25.11")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte rte_graph_worker_model_no_check_get(rte_graph* graph) => graph->model;

    /// <summary>Adds to one of the node's own counters.</summary>
    /// <exception cref="DpdkNotSupportedException">The DPDK loaded is 22.11.</exception>
    [DpdkVersionsLike("25.11")]
    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_node_xstat_increment(rte_node* node, ushort xstat_id, ulong value) =>
        ((ulong*)((byte*)node + node->xstat_off))[xstat_id] += value;

    private static class GraphFastPath
    {
        /// <summary>The ABI from which on graphs have a model of walking.</summary>
        private const int FirstWithModels = 24;

        internal static readonly bool HasModels = Abi.Known[Abi.Index].Number >= FirstWithModels;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static void Process(rte_graph* graph, rte_node* node)
        {
            void** objects = node->objs;
            rte_prefetch0(objects);
            ulong start = rte_rdtsc();
            ushort count = node->process(graph, node, objects, node->idx);
            node->total_cycles += rte_rdtsc() - start;
            node->total_calls++;
            node->total_objs += count;
            node->idx = 0;
        }

        /// <summary>The node's objects, with room for so many more; the node joins the pending ones if it had none.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static void** Room(rte_graph* graph, rte_node* node, ushort count, ushort more)
        {
            if (count == 0)
            {
                Append(graph, node);
            }

            if (node->size < count + more)
            {
                __rte_node_stream_alloc_size(graph, node, (ushort)(node->size + more));
            }

            return node->objs;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static void Append(rte_graph* graph, rte_node* node)
        {
            uint tail = graph->tail;
            graph->cir_start[tail] = node->off;
            graph->tail = (tail + 1) & graph->cir_mask;
        }
    }
}
