using System.Runtime.InteropServices;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Inline;

public sealed unsafe class StackTests(EalFixture eal)
{
    private const uint Capacity = 64;

    private delegate void Use(rte_stack* s);

    private void WithStack(uint flags, Use use) => eal.Run(() =>
    {
        rte_stack* s = rte_stack_create(EalFixture.UniqueName("stack"), Capacity, -1, flags);
        Assert.True(s != null);
        use(s);
        rte_stack_free(s);
    });

    [Theory]
    [InlineData(0u)]
    [InlineData((uint)RTE_STACK_F_LF)]
    public void Both_sides_push_and_pop_on_one_stack(uint flags) => WithStack(flags, s =>
    {
        var push = (delegate* unmanaged<rte_stack*, void**, uint, uint>)Oracle.Get("o_rte_stack_push");
        var pop = (delegate* unmanaged<rte_stack*, void**, uint, uint>)Oracle.Get("o_rte_stack_pop");
        var count = (delegate* unmanaged<rte_stack*, uint>)Oracle.Get("o_rte_stack_count");
        void** table = stackalloc void*[(int)Capacity + 8];
        var expected = new Stack<nint>();
        var random = new Random(5);
        nint next = 1;
        for (int i = 0; i < 20_000; i++)
        {
            uint n = (uint)random.Next((int)Capacity / (i % 3 == 0 ? 1 : 8)) + (i % 100 == 0 ? 8u : 0);
            if (random.Next(2) == 0)
            {
                for (uint k = 0; k < n; k++)
                {
                    table[k] = (void*)(next + (nint)k);
                }

                bool fits = expected.Count + n <= Capacity;
                Assert.Equal(fits ? n : 0, i % 4 == 0 ? push(s, table, n) : rte_stack_push(s, table, n));
                for (uint k = 0; fits && k < n; k++)
                {
                    expected.Push(next++);
                }
            }
            else
            {
                bool there = n <= expected.Count;
                Assert.Equal(there ? n : 0, i % 4 == 0 ? pop(s, table, n) : rte_stack_pop(s, table, n));
                for (uint k = 0; there && k < n; k++)
                {
                    Assert.Equal(expected.Pop(), (nint)table[k]);
                }
            }

            Assert.Equal((uint)expected.Count, rte_stack_count(s));
            Assert.Equal(count(s), rte_stack_count(s));
            Assert.Equal(Capacity - (uint)expected.Count, rte_stack_free_count(s));
        }
    });

    [Theory]
    [InlineData(0u)]
    [InlineData((uint)RTE_STACK_F_LF)]
    public void Two_threads_lose_and_double_nothing(uint flags) => WithStack(flags, s =>
    {
        const int Rounds = 20_000;
        void** all = stackalloc void*[(int)Capacity];
        for (nint i = 0; i < Capacity; i++)
        {
            all[i] = (void*)(i + 1);
        }

        Assert.Equal(Capacity, rte_stack_push(s, all, Capacity));
        int* holders = stackalloc int[(int)Capacity + 1];
        long twice = 0;
        void Work(int seed)
        {
            var random = new Random(seed);
            void** mine = stackalloc void*[4];
            for (int i = 0; i < Rounds; i++)
            {
                uint n = rte_stack_pop(s, mine, (uint)random.Next(1, 5));
                for (uint k = 0; k < n; k++)
                {
                    if (Interlocked.Increment(ref holders[(nint)mine[k]]) != 1)
                    {
                        Interlocked.Increment(ref twice);
                    }
                }

                for (uint k = 0; k < n; k++)
                {
                    Interlocked.Decrement(ref holders[(nint)mine[k]]);
                }

                Assert.Equal(n, rte_stack_push(s, mine, n));
            }
        }

        Threads.Run(() => Work(1), () => Work(2));
        Assert.Equal(0, twice);
        Assert.Equal(Capacity, rte_stack_count(s));
        Assert.Equal(Capacity, rte_stack_pop(s, all, Capacity));
        Assert.Equal(Enumerable.Range(1, (int)Capacity), new Span<nint>(all, (int)Capacity).ToArray().Select(static p => (int)p).Order());
    });

    [Fact]
    public void Sixteen_bytes_are_exchanged_as_in_c()
    {
        var inC = (delegate* unmanaged<void*, void*, void*, uint, int, int, int>)Oracle.Get("o_rte_atomic128_cmp_exchange");
        ulong* memory = (ulong*)NativeMemory.AlignedAlloc(96, 16);
        var random = new Random(9);
        for (int i = 0; i < 10_000; i++)
        {
            for (int k = 0; k < 12; k++)
            {
                memory[k] = (ulong)random.Next(2);
            }

            new Span<ulong>(memory, 6).CopyTo(new Span<ulong>(memory + 6, 6));
            int result = inC(memory, memory + 2, memory + 4, 0, rte_memory_order_acq_rel, rte_memory_order_relaxed);
            Assert.Equal(
                result,
                rte_atomic128_cmp_exchange((rte_int128_t*)(memory + 6), (rte_int128_t*)(memory + 8), (rte_int128_t*)(memory + 10), 0, rte_memory_order_acq_rel, rte_memory_order_relaxed));
            Assert.Equal(new Span<ulong>(memory, 6).ToArray(), new Span<ulong>(memory + 6, 6).ToArray());
        }

        NativeMemory.AlignedFree(memory);
    }
}
