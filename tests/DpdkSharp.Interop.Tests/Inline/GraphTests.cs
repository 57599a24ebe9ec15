using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Inline;

/// <summary>
/// A real graph: a source that hands objects to a middle node and to a sink in every way there is, and a middle node that hands on all it has. Once with
/// C's inline functions and once with those here: the sink has to see the same objects in the same order.
/// </summary>
public sealed unsafe class GraphTests(EalFixture eal)
{
    private const ushort ToMiddle = 0;
    private const ushort ToSink = 1;
    private static readonly List<nint> s_seen = [];
    private static int s_seed;
    private static bool s_inC;
    private static bool s_isRegistered;

    [Fact]
    public void Objects_flow_as_in_c() => eal.Run(() =>
    {
        byte* name = EalFixture.UniqueName("graph");
        ushort id = Create(name);
        rte_graph* graph = rte_graph_lookup(name);
        var walkInC = (delegate* unmanaged<rte_graph*, void>)Oracle.Get("o_rte_graph_walk");
        int most = 0;
        // Some 15 calls that hand over each, of six kinds.
        for (int i = 0; i < 5_000; i++)
        {
            s_seed = i;
            s_inC = true;
            walkInC(graph);
            nint[] expected = [.. s_seen];
            s_seen.Clear();
            s_inC = false;
            rte_graph_walk(graph);
            Assert.Equal(expected, s_seen);
            s_seen.Clear();
            // Each side's walk with the other's hand-over.
            s_inC = i % 2 == 0;
            rte_graph_walk_rtc(graph);
            Assert.Equal(expected, s_seen);
            s_seen.Clear();
            most = Math.Max(most, expected.Length);
        }

        // More than a node has room for at first, so that it was enlarged.
        Assert.InRange(most, 300, int.MaxValue);
        Assert.Equal(1, rte_graph_has_stats_feature());
        rte_node* sink = rte_graph_node_get_by_name(name, (byte*)Marshal.StringToCoTaskMemUTF8("cs_sink"));
        Assert.InRange(sink->total_calls, 5_000ul, ulong.MaxValue);
        Assert.InRange(sink->total_objs, sink->total_calls, ulong.MaxValue);
        Assert.Equal(0, rte_graph_destroy(id));
    });

    /// <summary>
    /// Two copies of a graph, one with the source and one with the middle node: what the first one's walk hands to the middle node waits until the other one's
    /// walk. Both walks in C and in C#, in every mix, give the sinks the same objects.
    /// </summary>
    [Fact]
    public void Objects_go_to_the_graph_of_a_nodes_own_lcore_as_in_c() => eal.Run(() =>
    {
        if (LoadedDpdk.Is("22.11"))
        {
            // It knows one model of walking only.
            Exception e = Assert.Throws<DpdkNotSupportedException>(static () => rte_graph_worker_model_set(1));
            Assert.Contains("24.11, 25.11", e.Message, StringComparison.Ordinal);
            return;
        }

        const uint Here = 0;
        const uint Elsewhere = 1;
        byte* name = EalFixture.UniqueName("graph");
        ushort id = Create(name);
        // Of the graphs that there are; copies take it over.
        Assert.Equal(0, rte_graph_worker_model_set((byte)RTE_GRAPH_MODEL_MCORE_DISPATCH));
        ushort[] ids = [Clone(id, "here"), Clone(id, "elsewhere")];
        string prefix = Marshal.PtrToStringUTF8((nint)name) + "-";
        rte_graph* here = rte_graph_lookup((byte*)Marshal.StringToCoTaskMemUTF8(prefix + "here"));
        rte_graph* elsewhere = rte_graph_lookup((byte*)Marshal.StringToCoTaskMemUTF8(prefix + "elsewhere"));
        Assert.True(here != null && elsewhere != null);
        foreach (nint graph in (nint[])[(nint)here, (nint)elsewhere])
        {
            Assert.Equal((byte)RTE_GRAPH_MODEL_MCORE_DISPATCH, rte_graph_worker_model_no_check_get((rte_graph*)graph));
            Assert.Equal(DpdkShim.rte_graph_worker_model_no_check_get((rte_graph*)graph), rte_graph_worker_model_no_check_get((rte_graph*)graph));
            foreach (rte_node* node in rte_graph_foreach_node((rte_graph*)graph))
            {
                // The sink is anybody's, the source and the middle node have an lcore. This process has but one, so what binding sets is set here.
                string kind = Encoding.ASCII.GetString(node->name).TrimEnd('\0');
                Unsafe.AsRef(in node->dispatch).lcore_id = kind == "cs_sink" ? (uint)RTE_MAX_LCORE : kind == "cs_source" ? Here : Elsewhere;
            }
        }

        here->dispatch.lcore_id = Here;
        elsewhere->dispatch.lcore_id = Elsewhere;
        var walkInC = (delegate* unmanaged<rte_graph*, void>)Oracle.Get("o_rte_graph_walk_mcore_dispatch");
        int handed = 0;
        for (int i = 0; i < 2_500; i++)
        {
            nint[]? expected = null;
            nint[]? expectedElsewhere = null;
            for (int mix = 0; mix < 4; mix++)
            {
                s_seed = i;
                s_inC = mix % 2 == 0;
                Walk(here, inC: mix < 2);
                nint[] seen = [.. s_seen];
                s_seen.Clear();
                Walk(elsewhere, inC: mix is 0 or 3);
                nint[] seenElsewhere = [.. s_seen];
                s_seen.Clear();
                expected ??= seen;
                expectedElsewhere ??= seenElsewhere;
                Assert.Equal(expected, seen);
                Assert.Equal(expectedElsewhere, seenElsewhere);
            }

            handed += expectedElsewhere!.Length;
        }

        Assert.InRange(handed, 10_000, int.MaxValue);
        foreach (ushort clone in ids)
        {
            Assert.Equal(0, rte_graph_destroy(clone));
        }

        Assert.Equal(0, rte_graph_destroy(id));

        void Walk(rte_graph* graph, bool inC)
        {
            if (inC)
            {
                walkInC(graph);
            }
            else if (s_inC)
            {
                rte_graph_walk_mcore_dispatch(graph);
            }
            else
            {
                rte_graph_walk(graph);
            }
        }
    });

    /// <summary>A node's own counters: any of them, by any number.</summary>
    [Fact]
    public void A_nodes_own_counters_count_as_in_c() => eal.Run(() =>
    {
        if (LoadedDpdk.Is("22.11"))
        {
            // Asked for in MissingFunctionTests: 22.11's nodes have none.
            Assert.DoesNotContain("22.11", typeof(Dpdk).GetMethod(nameof(rte_node_xstat_increment))!.GetCustomAttribute<DpdkVersionsAttribute>()!.Versions, StringComparer.Ordinal);
            return;
        }

        const int Counters = 7;
        var memory = (rte_node*)NativeMemory.AlignedAlloc(4096, 64);
        new Span<byte>(memory, 4096).Clear();
        memory->xstat_off = 1024;
        var counters = new Span<ulong>((byte*)memory + 1024, Counters);
        var expected = new ulong[Counters];
        var random = new Random(5);
        for (int i = 0; i < 10_000; i++)
        {
            (ushort which, ulong by) = ((ushort)random.Next(Counters), (ulong)random.NextInt64(long.MinValue, long.MaxValue));
            expected[which] += by;
            if (i % 2 == 0)
            {
                rte_node_xstat_increment(memory, which, by);
            }
            else
            {
                DpdkShim.rte_node_xstat_increment(memory, which, by);
            }

            Assert.True(counters.SequenceEqual(expected));
        }

        Assert.Equal(-1, new Span<byte>((byte*)memory + 1024 + (Counters * sizeof(ulong)), 1024).IndexOfAnyExcept((byte)0));
        NativeMemory.AlignedFree(memory);
    });

    private static ushort Create(byte* name)
    {
        if (!s_isRegistered)
        {
            Register("cs_sink", &Sink, 0);
            Register("cs_middle", &Middle, 0, "cs_sink");
            Register("cs_source", &Source, RTE_NODE_SOURCE_F, "cs_middle", "cs_sink");
            s_isRegistered = true;
        }

        byte** patterns = stackalloc byte*[1];
        patterns[0] = (byte*)Marshal.StringToCoTaskMemUTF8("cs_*");
        rte_graph_param* parameters = Parameters();
        parameters->nb_node_patterns = 1;
        parameters->node_patterns = patterns;
        ushort id = rte_graph_create(name, parameters);
        Assert.NotEqual(ushort.MaxValue, id);
        NativeMemory.Free(parameters);
        return id;
    }

    private static ushort Clone(ushort graph, string name)
    {
        rte_graph_param* parameters = Parameters();
        parameters->dispatch.wq_size_max = 1024;
        parameters->dispatch.mp_capacity = 1024;
        ushort id = rte_graph_clone(graph, (byte*)Marshal.StringToCoTaskMemUTF8(name), parameters);
        Assert.NotEqual(ushort.MaxValue, id);
        NativeMemory.Free(parameters);
        return id;
    }

    private static rte_graph_param* Parameters()
    {
        var parameters = (rte_graph_param*)NativeMemory.AllocZeroed((nuint)rte_graph_param.SizeOf);
        parameters->socket_id = -1;
        return parameters;
    }

    private static void Register(string name, delegate* unmanaged<rte_graph*, rte_node*, void**, ushort, ushort> process, ulong flags, params string[] next)
    {
        var node = (rte_node_register*)NativeMemory.AllocZeroed((nuint)(rte_node_register.SizeOf + (next.Length * sizeof(byte*))));
        Encoding.ASCII.GetBytes(name, node->name);
        node->process = process;
        node->flags = flags;
        node->parent_id = uint.MaxValue;
        node->nb_edges = (ushort)next.Length;
        for (int i = 0; i < next.Length; i++)
        {
            node->next_nodes[i] = (byte*)Marshal.StringToCoTaskMemUTF8(next[i]);
        }

        Assert.NotEqual(uint.MaxValue, __rte_node_register(node));
        NativeMemory.Free(node);
    }

    [UnmanagedCallersOnly]
    private static ushort Sink(rte_graph* graph, rte_node* node, void** objects, ushort count)
    {
        for (int i = 0; i < count; i++)
        {
            s_seen.Add((nint)objects[i]);
        }

        return count;
    }

    [UnmanagedCallersOnly]
    private static ushort Middle(rte_graph* graph, rte_node* node, void** objects, ushort count)
    {
        if (s_inC)
        {
            ((delegate* unmanaged<void*, void*, ushort, void>)Oracle.Get("o_rte_node_next_stream_move"))(graph, node, 0);
        }
        else
        {
            rte_node_next_stream_move(graph, node, 0);
        }

        return count;
    }

    [UnmanagedCallersOnly]
    private static ushort Source(rte_graph* graph, rte_node* node, void** objects, ushort count)
    {
        var random = new Random(s_seed);
        void** table = stackalloc void*[64];
        ushort* edges = stackalloc ushort[64];
        nint next = 1;
        for (int steps = random.Next(1, 30); steps != 0; steps--)
        {
            for (int i = 0; i < 64; i++)
            {
                table[i] = (void*)(next + i);
                edges[i] = (ushort)random.Next(2);
            }

            ushort edge = random.Next(2) == 0 ? ToMiddle : ToSink;
            ushort n = (ushort)random.Next(1, 65);
            int how = random.Next(6);
            if (s_inC)
            {
                HandOverInC(how, graph, node, edge, edges, table, n);
            }
            else
            {
                HandOver(how, graph, node, edge, edges, table, n);
            }

            next += 64;
        }

        return 1;
    }

    private static void HandOver(int how, rte_graph* graph, rte_node* node, ushort edge, ushort* edges, void** table, ushort n)
    {
        switch (how)
        {
            case 0: rte_node_enqueue(graph, node, edge, table, n); break;
            case 1: rte_node_enqueue_x1(graph, node, edge, table[0]); break;
            case 2: rte_node_enqueue_x2(graph, node, edge, table[0], table[1]); break;
            case 3: rte_node_enqueue_x4(graph, node, edge, table[0], table[1], table[2], table[3]); break;
            case 4: rte_node_enqueue_next(graph, node, edges, table, n); break;
            default:
                new Span<nint>(table, n).CopyTo(new Span<nint>(rte_node_next_stream_get(graph, node, edge, n), n));
                rte_node_next_stream_put(graph, node, edge, n);
                rte_node_next_stream_put(graph, node, edge, 0);
                break;
        }
    }

    private static void HandOverInC(int how, rte_graph* graph, rte_node* node, ushort edge, ushort* edges, void** table, ushort n)
    {
        switch (how)
        {
            case 0: ((delegate* unmanaged<void*, void*, ushort, void**, ushort, void>)Oracle.Get("o_rte_node_enqueue"))(graph, node, edge, table, n); break;
            case 1: ((delegate* unmanaged<void*, void*, ushort, void*, void>)Oracle.Get("o_rte_node_enqueue_x1"))(graph, node, edge, table[0]); break;
            case 2: ((delegate* unmanaged<void*, void*, ushort, void*, void*, void>)Oracle.Get("o_rte_node_enqueue_x2"))(graph, node, edge, table[0], table[1]); break;
            case 3:
                ((delegate* unmanaged<void*, void*, ushort, void*, void*, void*, void*, void>)Oracle.Get("o_rte_node_enqueue_x4"))(
                    graph, node, edge, table[0], table[1], table[2], table[3]);
                break;
            case 4: ((delegate* unmanaged<void*, void*, ushort*, void**, ushort, void>)Oracle.Get("o_rte_node_enqueue_next"))(graph, node, edges, table, n); break;
            default:
                void** room = ((delegate* unmanaged<void*, void*, ushort, ushort, void**>)Oracle.Get("o_rte_node_next_stream_get"))(graph, node, edge, n);
                new Span<nint>(table, n).CopyTo(new Span<nint>(room, n));
                ((delegate* unmanaged<void*, void*, ushort, ushort, void>)Oracle.Get("o_rte_node_next_stream_put"))(graph, node, edge, n);
                break;
        }
    }
}
