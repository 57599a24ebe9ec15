using CsCheck;
using System.Runtime.InteropServices;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Inline;

public sealed unsafe class RingTests(EalFixture eal)
{
    private const uint Default = 0;
    private const uint Single = 3;
    private const uint Rts = 0x18;
    private const uint Hts = 0x60;

    public static TheoryData<uint> Modes => [Default, Single, Rts, Hts];

    public static TheoryData<uint> PeekModes => [Single, Hts];

    // Rings are made and freed on the main lcore; used from any thread.
    private rte_ring* Create(uint esize, uint count, uint flags)
    {
        rte_ring* ring = null;
        eal.Run(() => ring = rte_ring_create_elem(EalFixture.UniqueName("ring"), esize, count, -1, flags));
        Assert.True(ring != null);
        return ring;
    }

    private void Free(rte_ring* ring) => eal.Run(() => rte_ring_free(ring));

    [Theory]
    [MemberData(nameof(Modes))]
    public void Empty_full_and_in_between(uint flags)
    {
        rte_ring* r = Create(8, 8, flags);
        Assert.Equal(8u, rte_ring_get_size(r));
        Assert.Equal(7u, rte_ring_get_capacity(r));
        Assert.Equal(1, rte_ring_empty(r));
        void** table = stackalloc void*[8];
        void* one;
        Assert.Equal(-2, rte_ring_dequeue(r, &one));
        // Eight rounds of three, so that every start position and the wrap-around occur.
        for (nuint round = 0; round < 8; round++)
        {
            for (nuint i = 1; i <= 7; i++)
            {
                Assert.Equal(0, rte_ring_enqueue(r, (void*)((round * 100) + i)));
                Assert.Equal(i, rte_ring_count(r));
                Assert.Equal(7 - i, rte_ring_free_count(r));
            }

            Assert.Equal(1, rte_ring_full(r));
            Assert.Equal(-105, rte_ring_enqueue(r, (void*)1));
            uint left = 99;
            Assert.Equal(0u, rte_ring_dequeue_bulk(r, table, 8, &left));
            Assert.Equal(7u, left);
            Assert.Equal(3u, rte_ring_dequeue_bulk(r, table, 3, &left));
            Assert.Equal(4u, left);
            Assert.Equal((round * 100) + 1, (nuint)table[0]);
            Assert.Equal((round * 100) + 3, (nuint)table[2]);
            Assert.Equal(4u, rte_ring_dequeue_burst(r, table, 8, &left));
            Assert.Equal(0u, left);
            Assert.Equal((round * 100) + 7, (nuint)table[3]);
            Assert.Equal(1, rte_ring_empty(r));
            Assert.Equal(0, rte_ring_enqueue(r, (void*)5));
            Assert.Equal(0, rte_ring_dequeue(r, &one));
            Assert.Equal(5u, (nuint)one);
        }

        Free(r);
    }

    [Fact]
    public void Explicit_forms_do_what_their_mode_does()
    {
        rte_ring* r = Create(8, 16, Default);
        void** table = stackalloc void*[8];
        for (nuint i = 0; i < 8; i++)
        {
            table[i] = (void*)(i + 1);
        }

        uint left;
        Assert.Equal(3u, rte_ring_mp_enqueue_bulk(r, table, 3, &left));
        Assert.Equal(12u, left);
        Assert.Equal(3u, rte_ring_sp_enqueue_bulk(r, table + 3, 3, null));
        Assert.Equal(0, rte_ring_mp_enqueue(r, (void*)7));
        Assert.Equal(0, rte_ring_sp_enqueue(r, (void*)8));
        Assert.Equal(2u, rte_ring_mp_enqueue_burst(r, table, 2, null));
        Assert.Equal(5u, rte_ring_sp_enqueue_burst(r, table, 8, &left));
        Assert.Equal(0u, left);

        void** got = stackalloc void*[16];
        Assert.Equal(2u, rte_ring_mc_dequeue_bulk(r, got, 2, &left));
        Assert.Equal(13u, left);
        Assert.Equal(2u, rte_ring_sc_dequeue_bulk(r, got + 2, 2, null));
        Assert.Equal(0, rte_ring_mc_dequeue(r, got + 4));
        Assert.Equal(0, rte_ring_sc_dequeue(r, got + 5));
        Assert.Equal(2u, rte_ring_mc_dequeue_burst(r, got + 6, 2, null));
        for (nuint i = 0; i < 8; i++)
        {
            Assert.Equal(i + 1, (nuint)got[i]);
        }

        Assert.Equal(7u, rte_ring_sc_dequeue_burst(r, got, 16, &left));
        Assert.Equal(rte_ring_sync_type.RTE_RING_SYNC_MT, rte_ring_get_prod_sync_type(r));
        Assert.Equal(0, rte_ring_is_cons_single(r));
        Free(r);
    }

    [Fact]
    public void The_head_tail_distance_belongs_to_relaxed_tail_rings()
    {
        rte_ring* relaxed = Create(8, 64, Rts);
        rte_ring* plain = Create(8, 64, Default);
        Assert.Equal(uint.MaxValue, rte_ring_get_prod_htd_max(plain));
        Assert.Equal(-95, rte_ring_set_cons_htd_max(plain, 4));
        Assert.Equal(0, rte_ring_set_prod_htd_max(relaxed, 4));
        Assert.Equal(4u, rte_ring_get_prod_htd_max(relaxed));
        Assert.Equal(rte_ring_get_capacity(relaxed) / 8, rte_ring_get_cons_htd_max(relaxed));
        Free(relaxed);
        Free(plain);
    }

    /// <summary>Twin rings, one worked on by C, one by C#: same answers, same elements, same record after each step.</summary>
    [Theory]
    [MemberData(nameof(Modes))]
    public void Random_operations_leave_the_ring_as_c_does(uint flags)
    {
        foreach (uint esize in (uint[])[4, 8, 12, 16, 20, 24, 32, 36])
        {
            rte_ring* ours = Create(esize, 64, flags);
            rte_ring* theirs = Create(esize, 64, flags);
            Gen.Select(Gen.Int[0, 3], Gen.UInt[0, 70], Gen.UInt).Sample(
                (operation, n, seed) => Step(ours, theirs, esize, operation, n, seed),
                iter: 2_000,
                threads: 1);
            Free(ours);
            Free(theirs);
        }
    }

    [Theory]
    [MemberData(nameof(PeekModes))]
    public void Random_peeks_leave_the_ring_as_c_does(uint flags)
    {
        foreach (uint esize in (uint[])[4, 8, 16, 20])
        {
            rte_ring* ours = Create(esize, 64, flags);
            rte_ring* theirs = Create(esize, 64, flags);
            Gen.Select(Gen.Int[0, 3], Gen.UInt[0, 70], Gen.UInt[0, 70], Gen.UInt).Sample(
                (operation, n, keep, seed) => PeekStep(ours, theirs, esize, operation, n, keep, seed),
                iter: 5_000,
                threads: 1);
            Free(ours);
            Free(theirs);
        }
    }

    [Theory]
    [InlineData(Default)]
    [InlineData(Rts)]
    public void Modes_that_cannot_peek_reserve_nothing(uint flags)
    {
        rte_ring* r = Create(8, 8, flags);
        uint left = 5;
        Assert.Equal(0u, rte_ring_enqueue_bulk_start(r, 2, &left));
        Assert.Equal(0u, left);
        rte_ring_enqueue_finish(r, null, 0);
        rte_ring_zc_data zone;
        Assert.Equal(0u, rte_ring_dequeue_zc_burst_start(r, 2, &zone, null));
        Assert.Equal(1, rte_ring_empty(r));
        Free(r);
    }

    /// <summary>Two producers and two consumers: nothing lost, nothing twice, each producer's elements in order.</summary>
    [Theory]
    [InlineData(Default, 2)]
    [InlineData(Rts, 2)]
    [InlineData(Hts, 2)]
    [InlineData(Single, 1)]
    public void Threads_lose_nothing(uint flags, int threads)
    {
        const int PerProducer = 200_000;
        rte_ring* r = Create(8, 256, flags);
        int open = threads;
        List<ulong>[] received = [.. Enumerable.Range(0, threads).Select(_ => new List<ulong>(PerProducer))];
        var workers = new List<Thread>();
        for (int t = 0; t < threads; t++)
        {
            int id = t;
            workers.Add(new Thread(() =>
            {
                ulong* burst = stackalloc ulong[32];
                ulong next = 0;
                while (next < PerProducer)
                {
                    uint n = (uint)Math.Min(1 + (next % 32), PerProducer - next);
                    for (uint i = 0; i < n; i++)
                    {
                        burst[i] = ((ulong)id << 32) | (next + i);
                    }

                    uint done = rte_ring_enqueue_burst(r, (void**)burst, n, null);
                    next += done;
                    if (done == 0)
                    {
                        Thread.Yield();
                    }
                }

                Interlocked.Decrement(ref open);
            }));
            workers.Add(new Thread(() =>
            {
                ulong* burst = stackalloc ulong[32];
                while (true)
                {
                    bool last = Volatile.Read(ref open) == 0;
                    uint n = rte_ring_dequeue_burst(r, (void**)burst, 32, null);
                    received[id].AddRange(new ReadOnlySpan<ulong>(burst, (int)n));
                    if (n == 0)
                    {
                        if (last)
                        {
                            return;
                        }

                        Thread.Yield();
                    }
                }
            }));
        }

        workers.ForEach(w => w.Start());
        workers.ForEach(w => w.Join());

        for (int producer = 0; producer < threads; producer++)
        {
            ulong mine = (ulong)producer;
            foreach (List<ulong> list in received)
            {
                ulong[] own = [.. list.Where(v => v >> 32 == mine)];
                Assert.Equal(own.Order(), own);
            }

            Assert.Equal(
                Enumerable.Range(0, PerProducer).Select(i => (uint)i),
                received.SelectMany(l => l).Where(v => v >> 32 == mine).Select(v => (uint)v).Order());
        }

        Assert.Equal(1, rte_ring_empty(r));
        Free(r);
    }

    /// <summary>C produces and C# consumes, and the other way round, on one ring at the same time.</summary>
    [Theory]
    [MemberData(nameof(Modes))]
    public void C_and_csharp_share_a_ring(uint flags)
    {
        const ulong Total = 200_000;
        rte_ring* there = Create(8, 128, flags);
        rte_ring* back = Create(8, 128, flags);
        var enqueue = (delegate* unmanaged<rte_ring*, void*, uint, uint, uint*, uint>)Oracle.Get("o_rte_ring_enqueue_burst_elem");
        var dequeue = (delegate* unmanaged<rte_ring*, void*, uint, uint, uint*, uint>)Oracle.Get("o_rte_ring_dequeue_burst_elem");
        var echo = new Thread(() =>
        {
            ulong* burst = stackalloc ulong[16];
            for (ulong seen = 0; seen < Total;)
            {
                uint n = dequeue(there, burst, 8, 16, null);
                seen += n;
                for (uint sent = 0; sent < n;)
                {
                    sent += enqueue(back, burst + sent, 8, n - sent, null);
                }

                if (n == 0)
                {
                    Thread.Yield();
                }
            }
        });
        echo.Start();

        ulong* table = stackalloc ulong[16];
        ulong expected = 0;
        for (ulong next = 0; expected < Total;)
        {
            uint n = (uint)Math.Min(16, Total - next);
            for (uint i = 0; i < n; i++)
            {
                table[i] = next + i;
            }

            next += rte_ring_enqueue_burst(there, (void**)table, n, null);
            uint got = rte_ring_dequeue_burst(back, (void**)table, 16, null);
            for (uint i = 0; i < got; i++)
            {
                Assert.Equal(expected++, table[i]);
            }

            if (got == 0)
            {
                Thread.Yield();
            }
        }

        echo.Join();
        Free(there);
        Free(back);
    }

    private static void Step(rte_ring* ours, rte_ring* theirs, uint esize, int operation, uint n, uint seed)
    {
        byte* a = stackalloc byte[72 * 36];
        byte* b = stackalloc byte[72 * 36];
        Fill(a, b, seed);
        uint ourLeft = 1, theirLeft = 1, our, their;
        switch (operation)
        {
            case 0:
                our = rte_ring_enqueue_bulk_elem(ours, a, esize, n, &ourLeft);
                their = Move("o_rte_ring_enqueue_bulk_elem")(theirs, b, esize, n, &theirLeft);
                break;
            case 1:
                our = rte_ring_enqueue_burst_elem(ours, a, esize, n, &ourLeft);
                their = Move("o_rte_ring_enqueue_burst_elem")(theirs, b, esize, n, &theirLeft);
                break;
            case 2:
                our = rte_ring_dequeue_bulk_elem(ours, a, esize, n, &ourLeft);
                their = Move("o_rte_ring_dequeue_bulk_elem")(theirs, b, esize, n, &theirLeft);
                break;
            default:
                our = rte_ring_dequeue_burst_elem(ours, a, esize, n, &ourLeft);
                their = Move("o_rte_ring_dequeue_burst_elem")(theirs, b, esize, n, &theirLeft);
                break;
        }

        Assert.Equal(their, our);
        Assert.Equal(theirLeft, ourLeft);
        AssertSame(a, b, 72 * 36);
        AssertTwins(ours, theirs, esize);
    }

    private static void PeekStep(rte_ring* ours, rte_ring* theirs, uint esize, int operation, uint n, uint keep, uint seed)
    {
        byte* a = stackalloc byte[72 * 36];
        byte* b = stackalloc byte[72 * 36];
        Fill(a, b, seed);
        uint ourLeft = 1, theirLeft = 1, our, their;
        rte_ring_zc_data ourZone = default, theirZone = default;
        switch (operation)
        {
            case 0:
                our = rte_ring_enqueue_burst_elem_start(ours, n, &ourLeft);
                their = ((delegate* unmanaged<rte_ring*, uint, uint*, uint>)Oracle.Get("o_rte_ring_enqueue_burst_elem_start"))(theirs, n, &theirLeft);
                keep = Math.Min(keep, our);
                rte_ring_enqueue_elem_finish(ours, a, esize, keep);
                ((delegate* unmanaged<rte_ring*, void*, uint, uint, void>)Oracle.Get("o_rte_ring_enqueue_elem_finish"))(theirs, b, esize, keep);
                break;
            case 1:
                our = rte_ring_dequeue_burst_elem_start(ours, a, esize, n, &ourLeft);
                their = Move("o_rte_ring_dequeue_burst_elem_start")(theirs, b, esize, n, &theirLeft);
                keep = Math.Min(keep, our);
                rte_ring_dequeue_elem_finish(ours, keep);
                ((delegate* unmanaged<rte_ring*, uint, void>)Oracle.Get("o_rte_ring_dequeue_elem_finish"))(theirs, keep);
                break;
            case 2:
                our = rte_ring_enqueue_zc_burst_elem_start(ours, esize, n, &ourZone, &ourLeft);
                their = Zone("o_rte_ring_enqueue_zc_burst_elem_start")(theirs, esize, n, &theirZone, &theirLeft);
                AssertZones(ours, theirs, &ourZone, &theirZone);
                for (uint i = 0; i < our; i++)
                {
                    byte* slot = i < ourZone.n1 ? (byte*)ourZone.ptr1 + (i * esize) : (byte*)ourZone.ptr2 + ((i - ourZone.n1) * esize);
                    byte* twin = (byte*)theirs + (slot - (byte*)ours);
                    *(uint*)slot = *(uint*)twin = seed + i;
                }

                keep = Math.Min(keep, our);
                rte_ring_enqueue_zc_elem_finish(ours, keep);
                ((delegate* unmanaged<rte_ring*, uint, void>)Oracle.Get("o_rte_ring_enqueue_zc_elem_finish"))(theirs, keep);
                break;
            default:
                our = rte_ring_dequeue_zc_burst_elem_start(ours, esize, n, &ourZone, &ourLeft);
                their = Zone("o_rte_ring_dequeue_zc_burst_elem_start")(theirs, esize, n, &theirZone, &theirLeft);
                AssertZones(ours, theirs, &ourZone, &theirZone);
                keep = Math.Min(keep, our);
                rte_ring_dequeue_zc_elem_finish(ours, keep);
                ((delegate* unmanaged<rte_ring*, uint, void>)Oracle.Get("o_rte_ring_dequeue_zc_elem_finish"))(theirs, keep);
                break;
        }

        Assert.Equal(their, our);
        Assert.Equal(theirLeft, ourLeft);
        AssertSame(a, b, 72 * 36);
        AssertTwins(ours, theirs, esize);
    }

    private static delegate* unmanaged<rte_ring*, void*, uint, uint, uint*, uint> Move(string name) =>
        (delegate* unmanaged<rte_ring*, void*, uint, uint, uint*, uint>)Oracle.Get(name);

    private static delegate* unmanaged<rte_ring*, uint, uint, rte_ring_zc_data*, uint*, uint> Zone(string name) =>
        (delegate* unmanaged<rte_ring*, uint, uint, rte_ring_zc_data*, uint*, uint>)Oracle.Get(name);

    private static void Fill(byte* a, byte* b, uint seed)
    {
        new Random((int)seed).NextBytes(new Span<byte>(a, 72 * 36));
        NativeMemory.Copy(a, b, 72 * 36);
    }

    private static void AssertZones(rte_ring* ours, rte_ring* theirs, rte_ring_zc_data* a, rte_ring_zc_data* b)
    {
        Assert.Equal(b->n1, a->n1);
        Assert.Equal((byte*)b->ptr1 - (byte*)theirs, (byte*)a->ptr1 - (byte*)ours);
        Assert.Equal(b->ptr2 == null, a->ptr2 == null);
        if (a->ptr2 != null)
        {
            Assert.Equal((byte*)b->ptr2 - (byte*)theirs, (byte*)a->ptr2 - (byte*)ours);
        }
    }

    /// <summary>Positions, modes and slots alike. The name and the memory zone in front differ.</summary>
    private static void AssertTwins(rte_ring* ours, rte_ring* theirs, uint esize)
    {
        int skip = (int)((byte*)&ours->prod - (byte*)ours);
        AssertSame((byte*)ours + skip, (byte*)theirs + skip, sizeof(rte_ring) - skip + (int)(esize * ours->size));
        Assert.Equal(((delegate* unmanaged<rte_ring*, uint>)Oracle.Get("o_rte_ring_count"))(theirs), rte_ring_count(ours));
    }

    private static void AssertSame(byte* a, byte* b, int length) =>
        Assert.True(new ReadOnlySpan<byte>(a, length).SequenceEqual(new ReadOnlySpan<byte>(b, length)));
}
