using System.Runtime.InteropServices;
using DpdkSharp.Interop.Tests.Inline;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Libraries;

/// <summary>What libraries write about themselves to a stream of the C library.</summary>
public sealed unsafe class DumpTests(EalFixture eal)
{
    private delegate void Write(FILE* stream);

    [DllImport("libc")]
    private static extern FILE* open_memstream(byte** buffer, nuint* length);

    [DllImport("libc")]
    private static extern int fclose(FILE* stream);

    [DllImport("libc")]
    private static extern void free(void* memory);

    private static string Written(Write write)
    {
        byte* buffer = null;
        nuint length = 0;
        FILE* stream = open_memstream(&buffer, &length);
        Assert.True(stream != null);
        write(stream);
        Assert.Equal(0, fclose(stream));
        string text = Marshal.PtrToStringUTF8((nint)buffer, (int)length);
        free(buffer);
        return text;
    }

    private static string Name(byte* name) => Marshal.PtrToStringUTF8((nint)name)!;

    private static string Hexadecimal(void* address) => $"0x{(nint)address:x}";

    [Fact]
    public void A_ring_tells_its_size_and_its_positions() => eal.Run(() =>
    {
        byte* name = EalFixture.UniqueName("dump");
        rte_ring* ring = rte_ring_create(name, 64, -1, RING_F_SP_ENQ);
        for (nint i = 0; i < 5; i++)
        {
            Assert.Equal(0, rte_ring_enqueue(ring, (void*)i));
        }

        string text = Written(f => rte_ring_dump(f, ring));

        Assert.Contains($"ring <{Name(name)}>@{Hexadecimal(ring)}", text, StringComparison.Ordinal);
        Assert.Matches(@"size=64\n.*capacity=63\n", text.Replace("  ", string.Empty, StringComparison.Ordinal));
        Assert.Contains("used=5\n", text, StringComparison.Ordinal);
        Assert.Contains("avail=58\n", text, StringComparison.Ordinal);
        Assert.Contains($"<{Name(name)}>", Written(static f => rte_ring_list_dump(f)), StringComparison.Ordinal);
        rte_ring_free(ring);
        Assert.DoesNotContain($"<{Name(name)}>", Written(static f => rte_ring_list_dump(f)), StringComparison.Ordinal);
    });

    [Fact]
    public void A_pool_tells_its_objects_and_its_caches() => eal.Run(() =>
    {
        byte* name = EalFixture.UniqueName("dump");
        rte_mempool* pool = rte_mempool_create(name, 63, 128, 8, 0, null, null, null, null, -1, 0);
        void* taken;
        Assert.Equal(0, rte_mempool_get(pool, &taken));

        string text = Written(f => rte_mempool_dump(f, pool));

        Assert.Contains($"mempool <{Name(name)}>@{Hexadecimal(pool)}", text, StringComparison.Ordinal);
        Assert.Matches(@"populated_size=63\n", text);
        Assert.Matches(@"elt_size=128\n", text);
        Assert.Matches(@"cache_size=8\n", text);
        rte_mempool_cache* cache = rte_mempool_default_cache(pool, rte_lcore_id());
        Assert.Contains($"cache_count[0]={cache->len}\n", text, StringComparison.Ordinal);
        Assert.Contains($"common_pool_count={62 - cache->len}\n", text, StringComparison.Ordinal);
        Assert.Contains($"<{Name(name)}>", Written(static f => rte_mempool_list_dump(f)), StringComparison.Ordinal);
        rte_mempool_put(pool, taken);
        rte_mempool_free(pool);
    });

    [Fact]
    public void A_packet_tells_its_segments_and_shows_its_bytes() => eal.Run(() =>
    {
        rte_mempool* pool = rte_pktmbuf_pool_create(EalFixture.UniqueName("dump"), 7, 0, 0, 256, -1);
        rte_mbuf* head = rte_pktmbuf_alloc(pool);
        rte_mbuf* tail = rte_pktmbuf_alloc(pool);
        new Span<byte>(rte_pktmbuf_append(head, 20), 20).Fill(0xa5);
        new Span<byte>(rte_pktmbuf_append(tail, 10), 10).Fill(0x3c);
        Assert.Equal(0, rte_pktmbuf_chain(head, tail));

        string text = Written(f => rte_pktmbuf_dump(f, head, 25));

        Assert.Contains($"dump mbuf at {Hexadecimal(head)}", text, StringComparison.Ordinal);
        Assert.Contains("pkt_len=30", text, StringComparison.Ordinal);
        Assert.Contains("nb_segs=2", text, StringComparison.Ordinal);
        Assert.Contains($"segment at {Hexadecimal(tail)}", text, StringComparison.Ordinal);
        // As many bytes as were asked for, over the end of the first segment.
        Assert.Equal((20, 5), (Count(text, " A5"), Count(text, " 3C")));
        rte_pktmbuf_free(head);
        rte_mempool_free(pool);
        Assert.Contains("mbuf", Written(static f => rte_mbuf_dyn_dump(f)), StringComparison.OrdinalIgnoreCase);
    });

    [Fact]
    public void A_variable_of_readers_tells_who_is_registered_and_where_they_are() => eal.Run(() =>
    {
        var v = (rte_rcu_qsbr*)NativeMemory.AlignedAlloc(rte_rcu_qsbr_get_memsize(128), 64);
        Assert.Equal(0, rte_rcu_qsbr_init(v, 128));
        Assert.Equal(1, rte_rcu_qsbr_dump(null, v));
        Assert.Equal(22, rte_errno);
        _ = Written(f => Assert.Equal(1, rte_rcu_qsbr_dump(f, null)));
        string empty = Written(f => Assert.Equal(0, rte_rcu_qsbr_dump(f, v)));
        Assert.Contains("max threads = 128 Current # threads = 0 Registered thread IDs = Token", Collapsed(empty), StringComparison.Ordinal);
        Assert.Equal(0, rte_rcu_qsbr_thread_register(v, 3));
        Assert.Equal(0, rte_rcu_qsbr_thread_register(v, 100));
        rte_rcu_qsbr_thread_online(v, 100);
        ulong token = rte_rcu_qsbr_start(v);

        string text = Collapsed(Written(f => Assert.Equal(0, rte_rcu_qsbr_dump(f, v))));

        Assert.Contains($"Registered thread IDs = 3 100 Token = {token}", text, StringComparison.Ordinal);
        Assert.Matches("thread ID = 3, count = 0, lock count = 0", text);
        Assert.Matches($"thread ID = 100, count = {token - 1}, lock count = 0", text);
        NativeMemory.AlignedFree(v);
    });

    [Fact]
    public void Eal_tells_its_zones_its_lcores_and_its_log_types() => eal.Run(() =>
    {
        byte* name = EalFixture.UniqueName("dumpzone");
        rte_memzone* zone = rte_memzone_reserve(name, 4096, -1, 0);
        Assert.True(zone != null);
        Assert.Contains(Name(name), Written(static f => rte_memzone_dump(f)), StringComparison.Ordinal);
        Assert.Equal(0, rte_memzone_free(zone));
        Assert.DoesNotContain(Name(name), Written(static f => rte_memzone_dump(f)), StringComparison.Ordinal);
        Assert.Matches("lcore 0,.*role RTE", Written(static f => rte_lcore_dump(f)));
        Assert.Contains("lib.eal", Written(static f => rte_log_dump(f)), StringComparison.Ordinal);
    });

    private static int Count(string text, string part) => (text.Length - text.Replace(part, string.Empty, StringComparison.OrdinalIgnoreCase).Length) / part.Length;

    private static string Collapsed(string text) => string.Join(' ', text.Split((char[])[' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
