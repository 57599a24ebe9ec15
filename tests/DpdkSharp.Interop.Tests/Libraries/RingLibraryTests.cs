using System.Runtime.InteropServices;
using DpdkSharp.Interop.Tests.Inline;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Libraries;

/// <summary>Rings: making and finding them, and what bulk and burst do at their ends, in every mode and element size.</summary>
public sealed unsafe class RingLibraryTests(EalFixture eal)
{
    private const uint Multi = 0;
    private const uint Single = RING_F_SP_ENQ | RING_F_SC_DEQ;
    private const uint Rts = RING_F_MP_RTS_ENQ | RING_F_MC_RTS_DEQ;
    private const uint Hts = RING_F_MP_HTS_ENQ | RING_F_MC_HTS_DEQ;

    public static TheoryData<uint, uint> ModesAndSizes()
    {
        TheoryData<uint, uint> all = [];
        foreach (uint flags in (uint[])[Multi, Single, RING_F_SP_ENQ, RING_F_SC_DEQ, Rts, Hts, RING_F_MP_RTS_ENQ | RING_F_SC_DEQ, RING_F_SP_ENQ | RING_F_MC_HTS_DEQ])
        {
            foreach (uint esize in (uint[])[4, 8, 16, 20, 32])
            {
                all.Add(flags, esize);
            }
        }

        return all;
    }

    private static void Refused(byte* name, uint esize, uint count, uint flags, int error)
    {
        Assert.True(rte_ring_create_elem(name, esize, count, -1, flags) == null);
        Assert.Equal(error, rte_errno);
    }

    [Fact]
    public void Bad_parameters_make_no_ring() => eal.Run(() =>
    {
        byte* name = EalFixture.UniqueName("ringlib");
        Refused(name, 8, 1023, 0, 22);
        Refused(name, 8, 0x8000_0000, 0, 22);
        // Elements are whole words of four bytes.
        Refused(name, 7, 1024, 0, 22);
        byte* tooLong = (byte*)Marshal.StringToCoTaskMemUTF8(new string('r', (int)RTE_RING_NAMESIZE));
        Refused(tooLong, 8, 1024, 0, 36);
        Marshal.FreeCoTaskMem((nint)tooLong);
        Assert.Equal(-22, rte_ring_get_memsize(1000));
        Assert.Equal(-22, rte_ring_get_memsize_elem(6, 1024));
        rte_ring_free(null);
    });

    [Fact]
    public void A_name_belongs_to_one_ring_and_finds_it() => eal.Run(() =>
    {
        byte* name = EalFixture.UniqueName("ringlib");
        Assert.True(rte_ring_lookup(name) == null);
        Assert.Equal(2, rte_errno);
        rte_ring* ring = rte_ring_create(name, 64, -1, 0);
        Assert.True(ring != null);
        Assert.True(rte_ring_lookup(name) == ring);
        Assert.True(rte_ring_create(name, 64, -1, 0) == null);
        Assert.Equal(17, rte_errno);
        rte_ring_free(ring);
        Assert.True(rte_ring_lookup(name) == null);
    });

    /// <summary>An ordinary ring has room for one less than its size; one of exact size for what was asked, at the price of twice the memory.</summary>
    [Fact]
    public void The_exact_size_is_the_capacity() => eal.Run(() =>
    {
        rte_ring* plain = rte_ring_create(EalFixture.UniqueName("ringlib"), 16, -1, Single);
        rte_ring* exact = rte_ring_create(EalFixture.UniqueName("ringlib"), 16, -1, Single | RING_F_EXACT_SZ);
        rte_ring* odd = rte_ring_create(EalFixture.UniqueName("ringlib"), 21, -1, RING_F_EXACT_SZ);
        Assert.Equal((16u, 15u), (rte_ring_get_size(plain), rte_ring_get_capacity(plain)));
        Assert.Equal((32u, 16u), (rte_ring_get_size(exact), rte_ring_get_capacity(exact)));
        Assert.Equal((32u, 21u), (rte_ring_get_size(odd), rte_ring_get_capacity(odd)));
        foreach (nint address in (nint[])[(nint)plain, (nint)exact, (nint)odd])
        {
            var ring = (rte_ring*)address;
            uint capacity = rte_ring_get_capacity(ring);
            for (uint i = 0; i < capacity; i++)
            {
                Assert.Equal(0, rte_ring_full(ring));
                Assert.Equal(0, rte_ring_enqueue(ring, (void*)1));
            }

            Assert.Equal(1, rte_ring_full(ring));
            Assert.Equal(-105, rte_ring_enqueue(ring, (void*)1));
            rte_ring_reset(ring);
            Assert.Equal(1, rte_ring_empty(ring));
            Assert.Equal(capacity, rte_ring_free_count(ring));
            rte_ring_free(ring);
        }
    });

    [Fact]
    public void A_ring_can_be_made_in_memory_of_ones_own()
    {
        nint size = rte_ring_get_memsize(32);
        Assert.Equal(sizeof(rte_ring) + (32 * 8), size);
        var ring = (rte_ring*)NativeMemory.AlignedAlloc((nuint)size, 64);
        Assert.Equal(-22, rte_ring_init(ring, EalFixture.UniqueName("own"), 33, 0));
        Assert.Equal(-22, rte_ring_init(ring, EalFixture.UniqueName("own"), 32, 0x8000));
        Assert.Equal(0, rte_ring_init(ring, EalFixture.UniqueName("own"), 32, Single));
        Assert.Equal(0, rte_ring_enqueue(ring, (void*)3));
        void* got;
        Assert.Equal(0, rte_ring_dequeue(ring, &got));
        Assert.Equal(3, (nint)got);
        NativeMemory.AlignedFree(ring);
    }

    [Theory]
    [MemberData(nameof(ModesAndSizes))]
    public void Bulk_is_all_or_nothing_and_burst_what_fits(uint flags, uint esize) => eal.Run(() =>
    {
        const uint Capacity = 15;
        rte_ring* ring = rte_ring_create_elem(EalFixture.UniqueName("ringlib"), esize, Capacity + 1, -1, flags);
        Assert.True(ring != null);
        byte* source = stackalloc byte[32 * 32];
        byte* target = stackalloc byte[32 * 32];
        for (int i = 0; i < 32 * 32; i++)
        {
            source[i] = (byte)(i * 7);
        }

        // Every start position, so that each length wraps around at each place.
        for (uint start = 0; start <= Capacity; start++)
        {
            uint free, available;
            Assert.Equal(0u, rte_ring_enqueue_bulk_elem(ring, source, esize, 0, &free));
            Assert.Equal(0u, rte_ring_enqueue_burst_elem(ring, source, esize, 0, &free));
            Assert.Equal(0u, rte_ring_dequeue_bulk_elem(ring, target, esize, 1, &available));
            Assert.Equal(0u, available);
            Assert.Equal(0u, rte_ring_dequeue_burst_elem(ring, target, esize, 4, &available));
            Assert.Equal(0u, rte_ring_enqueue_bulk_elem(ring, source, esize, Capacity + 1, &free));
            Assert.Equal(Capacity, free);
            Assert.Equal(10u, rte_ring_enqueue_bulk_elem(ring, source, esize, 10, &free));
            Assert.Equal(5u, free);
            Assert.Equal(0u, rte_ring_enqueue_bulk_elem(ring, source, esize, 6, &free));
            Assert.Equal(5u, free);
            Assert.Equal(5u, rte_ring_enqueue_burst_elem(ring, source + (10 * esize), esize, 6, &free));
            Assert.Equal(0u, free);
            Assert.Equal(0u, rte_ring_enqueue_burst_elem(ring, source, esize, 1, &free));
            Assert.Equal(1, rte_ring_full(ring));
            Assert.Equal(0u, rte_ring_dequeue_bulk_elem(ring, target, esize, Capacity + 1, &available));
            Assert.Equal(Capacity, available);
            Assert.Equal(9u, rte_ring_dequeue_bulk_elem(ring, target, esize, 9, &available));
            Assert.Equal(6u, available);
            Assert.Equal(6u, rte_ring_dequeue_burst_elem(ring, target + (9 * esize), esize, 7, &available));
            Assert.Equal(0u, available);
            Assert.True(new Span<byte>(source, (int)(Capacity * esize)).SequenceEqual(new Span<byte>(target, (int)(Capacity * esize))));
            Assert.Equal(0, rte_ring_enqueue_elem(ring, source, esize));
            Assert.Equal(0, rte_ring_dequeue_elem(ring, target, esize));
            Assert.Equal(-2, rte_ring_dequeue_elem(ring, target, esize));
        }

        rte_ring_free(ring);
    });

    [Theory]
    [InlineData(Single)]
    [InlineData(Hts)]
    public void A_peek_that_is_not_finished_takes_nothing(uint flags) => eal.Run(() =>
    {
        rte_ring* ring = rte_ring_create(EalFixture.UniqueName("ringlib"), 8, -1, flags);
        void** table = stackalloc void*[8];
        for (nint round = 0; round < 8; round++)
        {
            // Room for seven; four are written of the five that were reserved.
            uint free, available;
            Assert.Equal(0u, rte_ring_enqueue_bulk_start(ring, 8, &free));
            Assert.Equal(5u, rte_ring_enqueue_bulk_start(ring, 5, &free));
            Assert.Equal(2u, free);
            for (nint i = 0; i < 4; i++)
            {
                table[i] = (void*)(round + i);
            }

            rte_ring_enqueue_finish(ring, table, 4);
            Assert.Equal(4u, rte_ring_count(ring));
            rte_ring_zc_data zone;
            Assert.Equal(2u, rte_ring_enqueue_zc_burst_start(ring, 2, &zone, &free));
            Assert.Equal(1u, free);
            *(nint*)zone.ptr1 = round + 4;
            rte_ring_enqueue_zc_finish(ring, 1);

            Assert.Equal(3u, rte_ring_dequeue_bulk_start(ring, table, 3, &available));
            Assert.Equal(2u, available);
            Assert.Equal(round, (nint)table[0]);
            rte_ring_dequeue_finish(ring, 0);
            Assert.Equal(5u, rte_ring_count(ring));
            Assert.Equal(3u, rte_ring_dequeue_bulk_start(ring, table, 3, null));
            rte_ring_dequeue_finish(ring, 3);
            Assert.Equal(round + 2, (nint)table[2]);
            Assert.Equal(2u, rte_ring_dequeue_zc_burst_start(ring, 5, &zone, &available));
            Assert.Equal(round + 3, *(nint*)zone.ptr1);
            nint* second = zone.n1 > 1 ? (nint*)zone.ptr1 + 1 : (nint*)zone.ptr2;
            Assert.Equal(round + 4, *second);
            rte_ring_dequeue_zc_finish(ring, 2);
            Assert.Equal(1, rte_ring_empty(ring));
        }

        rte_ring_free(ring);
    });

    /// <summary>Two threads take elements out by peeking and put them back: in the end all of them are there once.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Two_threads_peek_and_lose_nothing(bool zeroCopy) => eal.Run(() =>
    {
        const uint Elements = 64;
        rte_ring* ring = rte_ring_create(EalFixture.UniqueName("ringlib"), 256, -1, Hts);
        for (nint i = 0; i < Elements; i++)
        {
            Assert.Equal(0, rte_ring_enqueue(ring, (void*)i));
        }

        void Work()
        {
            void** table = stackalloc void*[16];
            for (uint i = 0; i < 20_000; i++)
            {
                uint n = (i % 16) + 1;
                rte_ring_zc_data zone;
                if (zeroCopy)
                {
                    n = rte_ring_dequeue_zc_burst_start(ring, n, &zone, null);
                    Copy(&zone, table, n, fromRing: true);
                    rte_ring_dequeue_zc_finish(ring, n);
                }
                else
                {
                    n = rte_ring_dequeue_burst_start(ring, table, n, null);
                    rte_ring_dequeue_finish(ring, n);
                }

                if (n == 0)
                {
                    _ = Thread.Yield();
                    continue;
                }

                if (zeroCopy)
                {
                    Assert.Equal(n, rte_ring_enqueue_zc_bulk_start(ring, n, &zone, null));
                    Copy(&zone, table, n, fromRing: false);
                    rte_ring_enqueue_zc_finish(ring, n);
                }
                else
                {
                    Assert.Equal(n, rte_ring_enqueue_bulk_start(ring, n, null));
                    rte_ring_enqueue_finish(ring, table, n);
                }
            }
        }

        Threads.Run(Work, Work);
        Assert.Equal(Elements, rte_ring_count(ring));
        var seen = new HashSet<nint>();
        void* got;
        while (rte_ring_dequeue(ring, &got) == 0)
        {
            Assert.InRange((nint)got, 0, (nint)Elements - 1);
            Assert.True(seen.Add((nint)got));
        }

        Assert.Equal((int)Elements, seen.Count);
        rte_ring_free(ring);
    });

    private static void Copy(rte_ring_zc_data* zone, void** table, uint n, bool fromRing)
    {
        for (uint i = 0; i < n; i++)
        {
            void** slot = i < zone->n1 ? (void**)zone->ptr1 + i : (void**)zone->ptr2 + (i - zone->n1);
            if (fromRing)
            {
                table[i] = *slot;
            }
            else
            {
                *slot = table[i];
            }
        }
    }
}
