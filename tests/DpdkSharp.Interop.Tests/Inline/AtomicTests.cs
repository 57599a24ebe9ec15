using CsCheck;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Inline;

/// <summary>DPDK's own test of these counts up and down on all cores at once; two threads do that here.</summary>
public sealed unsafe class AtomicTests
{
    private const int Cases = 10_000;
    private const int Rounds = 50_000;

    private static readonly long[] s_limits = [short.MaxValue, short.MinValue, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue];

    // Operation and operand; small numbers, and those at which a counter wraps around.
    private static readonly Gen<(int Operation, long X)[]> s_program = Gen.Select(
        Gen.Int[0, 14],
        Gen.OneOf(Gen.Long[-3, 3], Gen.Long, Gen.Int[0, 5].Select(static i => s_limits[i]))).Array[1, 20];

    [Fact]
    public void Counters_of_16_bits_count_as_c_does() => s_program.Sample(
        program =>
        {
            var inC = (delegate* unmanaged<int, rte_atomic16_t*, short, long>)Oracle.Get("o_atomic16");
            rte_atomic16_t a = default;
            rte_atomic16_t b = default;
            foreach ((int operation, long x) in program)
            {
                Assert.Equal(inC(operation, &a, (short)x), Do16(operation, &b, (short)x));
                Assert.Equal(a.cnt, b.cnt);
            }
        },
        iter: Cases);

    [Fact]
    public void Counters_of_32_bits_count_as_c_does() => s_program.Sample(
        program =>
        {
            var inC = (delegate* unmanaged<int, rte_atomic32_t*, int, long>)Oracle.Get("o_atomic32");
            rte_atomic32_t a = default;
            rte_atomic32_t b = default;
            foreach ((int operation, long x) in program)
            {
                Assert.Equal(inC(operation, &a, (int)x), Do32(operation, &b, (int)x));
                Assert.Equal(a.cnt, b.cnt);
            }
        },
        iter: Cases);

    [Fact]
    public void Counters_of_64_bits_count_as_c_does() => s_program.Sample(
        program =>
        {
            var inC = (delegate* unmanaged<int, rte_atomic64_t*, long, long>)Oracle.Get("o_atomic64");
            rte_atomic64_t a = default;
            rte_atomic64_t b = default;
            foreach ((int operation, long x) in program)
            {
                Assert.Equal(inC(operation, &a, x), Do64(operation, &b, x));
                Assert.Equal(a.cnt, b.cnt);
            }
        },
        iter: Cases);

    [Fact]
    public void No_addition_is_lost_between_two_threads()
    {
        rte_atomic16_t c16 = default;
        rte_atomic32_t c32 = default;
        rte_atomic64_t c64 = default;
        rte_atomic16_t* p16 = &c16;
        rte_atomic32_t* p32 = &c32;
        rte_atomic64_t* p64 = &c64;
        Threads.Run(
            () =>
            {
                for (int i = 0; i < Rounds; i++)
                {
                    rte_atomic16_add(p16, 3);
                    rte_atomic32_add(p32, 3);
                    rte_atomic64_add(p64, 3);
                    rte_atomic16_dec(p16);
                    rte_atomic32_dec(p32);
                    rte_atomic64_dec(p64);
                }
            },
            () =>
            {
                for (int i = 0; i < Rounds; i++)
                {
                    rte_atomic16_inc(p16);
                    rte_atomic32_inc(p32);
                    rte_atomic64_inc(p64);
                    rte_atomic16_sub(p16, 2);
                    rte_atomic32_sub(p32, 2);
                    rte_atomic64_sub(p64, 2);
                }
            });
        Assert.Equal(unchecked((short)Rounds), c16.cnt);
        Assert.Equal(Rounds, c32.cnt);
        Assert.Equal(Rounds, c64.cnt);
    }

    /// <summary>Of two threads that test and set in the same round, exactly one hears that it did.</summary>
    [Fact]
    public void One_thread_a_round_sets()
    {
        const int Slots = 20_000;
        var c16 = new rte_atomic16_t[Slots];
        var c32 = new rte_atomic32_t[Slots];
        var c64 = new rte_atomic64_t[Slots];
        int first = 0;
        int second = 0;
        fixed (rte_atomic16_t* p16 = c16)
        fixed (rte_atomic32_t* p32 = c32)
        fixed (rte_atomic64_t* p64 = c64)
        {
            (nint a, nint b, nint c) = ((nint)p16, (nint)p32, (nint)p64);
            int Work()
            {
                int won = 0;
                for (int i = 0; i < Slots; i++)
                {
                    won += rte_atomic16_test_and_set((rte_atomic16_t*)a + i);
                    won += rte_atomic32_test_and_set((rte_atomic32_t*)b + i);
                    won += rte_atomic64_test_and_set((rte_atomic64_t*)c + i);
                }

                return won;
            }

            Threads.Run(() => first = Work(), () => second = Work());
        }

        Assert.Equal(3 * Slots, first + second);
    }

    /// <summary>Each value put in is taken out once: what was exchanged away and what is left at the end make up all of them.</summary>
    [Fact]
    public void Exchanges_lose_and_double_nothing()
    {
        ulong place = 0;
        ulong* p = &place;
        ulong left = 0;
        ulong right = 0;
        Threads.Run(
            () =>
            {
                for (ulong i = 1; i <= Rounds; i++)
                {
                    left += rte_atomic64_exchange(p, i);
                }
            },
            () =>
            {
                for (ulong i = 1; i <= Rounds; i++)
                {
                    right += rte_atomic64_exchange(p, i);
                }
            });
        Assert.Equal((ulong)Rounds * (Rounds + 1), left + right + place);
    }

    /// <summary>Two threads that each store, fence and then load the other's word: with a full fence one of them sees the other's store.</summary>
    [Fact]
    public void A_full_fence_keeps_stores_before_loads()
    {
        const int Slots = 20_000;
        int[] words = new int[Slots * 4];
        fixed (int* pinned = words)
        {
            nint memory = (nint)pinned;
            void Work(int mine)
            {
                for (int i = 0; i < Slots; i++)
                {
                    int* slot = (int*)memory + (i * 4);
                    slot[mine] = 1;
                    rte_atomic_thread_fence(rte_memory_order_seq_cst);
                    slot[2 + mine] = Volatile.Read(ref slot[1 - mine]) + 1;
                }
            }

            Threads.Run(() => Work(0), () => Work(1));
        }

        for (int i = 0; i < Slots; i++)
        {
            Assert.False(words[(i * 4) + 2] == 1 && words[(i * 4) + 3] == 1, $"Neither thread saw the other in round {i}.");
        }
    }

    [Fact]
    public void A_message_is_there_when_its_flag_is()
    {
        long data = 0;
        int flag = 0;
        long* d = &data;
        int* f = &flag;
        long wrong = 0;
        Threads.Run(
            () =>
            {
                for (int i = 1; i <= Rounds; i++)
                {
                    *d = i;
                    rte_atomic_thread_fence(rte_memory_order_release);
                    Volatile.Write(ref *f, i);
                }
            },
            () =>
            {
                int seen;
                do
                {
                    seen = Volatile.Read(ref *f);
                    rte_atomic_thread_fence(rte_memory_order_acquire);
                    wrong += Volatile.Read(ref *d) < seen ? 1 : 0;
                }
                while (seen != Rounds);
            });
        Assert.Equal(0, wrong);
    }

    private static long Do16(int operation, rte_atomic16_t* v, short x)
    {
        switch (operation)
        {
            case 0: rte_atomic16_init(v); return 0;
            case 1: return rte_atomic16_read(v);
            case 2: rte_atomic16_set(v, x); return 0;
            case 3: rte_atomic16_add(v, x); return 0;
            case 4: rte_atomic16_sub(v, x); return 0;
            case 5: rte_atomic16_inc(v); return 0;
            case 6: rte_atomic16_dec(v); return 0;
            case 7: return rte_atomic16_add_return(v, x);
            case 8: return rte_atomic16_sub_return(v, x);
            case 9: return rte_atomic16_inc_and_test(v);
            case 10: return rte_atomic16_dec_and_test(v);
            case 11: return rte_atomic16_test_and_set(v);
            case 12: rte_atomic16_clear(v); return 0;
            case 13: return rte_atomic16_exchange((ushort*)v, (ushort)x);
            default: return rte_atomic16_cmpset((ushort*)v, (ushort)x, 1);
        }
    }

    private static long Do32(int operation, rte_atomic32_t* v, int x)
    {
        switch (operation)
        {
            case 0: rte_atomic32_init(v); return 0;
            case 1: return rte_atomic32_read(v);
            case 2: rte_atomic32_set(v, x); return 0;
            case 3: rte_atomic32_add(v, x); return 0;
            case 4: rte_atomic32_sub(v, x); return 0;
            case 5: rte_atomic32_inc(v); return 0;
            case 6: rte_atomic32_dec(v); return 0;
            case 7: return rte_atomic32_add_return(v, x);
            case 8: return rte_atomic32_sub_return(v, x);
            case 9: return rte_atomic32_inc_and_test(v);
            case 10: return rte_atomic32_dec_and_test(v);
            case 11: return rte_atomic32_test_and_set(v);
            case 12: rte_atomic32_clear(v); return 0;
            case 13: return rte_atomic32_exchange((uint*)v, (uint)x);
            default: return rte_atomic32_cmpset((uint*)v, (uint)x, 1);
        }
    }

    private static long Do64(int operation, rte_atomic64_t* v, long x)
    {
        switch (operation)
        {
            case 0: rte_atomic64_init(v); return 0;
            case 1: return rte_atomic64_read(v);
            case 2: rte_atomic64_set(v, x); return 0;
            case 3: rte_atomic64_add(v, x); return 0;
            case 4: rte_atomic64_sub(v, x); return 0;
            case 5: rte_atomic64_inc(v); return 0;
            case 6: rte_atomic64_dec(v); return 0;
            case 7: return rte_atomic64_add_return(v, x);
            case 8: return rte_atomic64_sub_return(v, x);
            case 9: return rte_atomic64_inc_and_test(v);
            case 10: return rte_atomic64_dec_and_test(v);
            case 11: return rte_atomic64_test_and_set(v);
            case 12: rte_atomic64_clear(v); return 0;
            case 13: return (long)rte_atomic64_exchange((ulong*)v, (ulong)x);
            default: return rte_atomic64_cmpset((ulong*)v, (ulong)x, 1);
        }
    }
}
