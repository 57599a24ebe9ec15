using CsCheck;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Inline;

public sealed unsafe class BitTests
{
    private const int Cases = 10_000;
    private const int Rounds = 50_000;

    [Fact]
    public void Relaxed_operations_equal_c() => Gen.Select(Gen.ULong, Gen.Int[0, 63]).Sample(
        (word, n) =>
        {
            uint nr = (uint)n;
            foreach (string operation in (string[])["get", "set", "clear", "test_and_set", "test_and_clear"])
            {
                ulong a = word;
                ulong b = word;
                Assert.Equal(Relaxed64InC(operation, nr, &a), Relaxed64(operation, nr, &b));
                Assert.Equal(a, b);
                uint c = (uint)word;
                uint d = (uint)word;
                Assert.Equal(Relaxed32InC(operation, nr % 32, &c), Relaxed32(operation, nr % 32, &d));
                Assert.Equal(c, d);
            }
        },
        iter: Cases);

    [Fact]
    public void Operations_on_a_bit_equal_c() => Gen.Select(Gen.ULong, Gen.Int[0, 63], Gen.Int[0, 12], Gen.Bool, Gen.Int[0, 5]).Sample(
        (word, n, operation, value, order) =>
        {
            var inC64 = (delegate* unmanaged<int, ulong*, uint, int, int, int>)Oracle.GetNewest("o_bit64");
            var inC32 = (delegate* unmanaged<int, uint*, uint, int, int, int>)Oracle.GetNewest("o_bit32");
            uint nr = (uint)n;
            ulong a = word;
            ulong b = word;
            Assert.Equal(inC64(operation, &a, nr, value ? 1 : 0, order), Do(operation, &b, nr, value, order));
            Assert.Equal(a, b);
            uint c = (uint)word;
            uint d = (uint)word;
            Assert.Equal(inC32(operation, &c, nr % 32, value ? 1 : 0, order), Do(operation, &d, nr % 32, value, order));
            Assert.Equal(c, d);
        },
        iter: Cases);

    /// <summary>Each thread flips its own bit, an even number of times, while the other one's stands beside it in the same word.</summary>
    [Fact]
    public void Flips_of_neighbours_do_not_get_lost()
    {
        ulong wide = 1UL << 40;
        uint narrow = 1U << 20;
        ulong* w = &wide;
        uint* n = &narrow;
        void Work(uint nr)
        {
            for (int i = 0; i < 2 * Rounds; i++)
            {
                rte_bit_atomic_flip(w, nr, rte_memory_order_relaxed);
                rte_bit_atomic_flip(n, nr, rte_memory_order_relaxed);
            }
        }

        Threads.Run(() => Work(3), () => Work(4));
        Assert.Equal(1UL << 40, wide);
        Assert.Equal(1U << 20, narrow);
    }

    [Fact]
    public void Assignments_of_neighbours_do_not_get_lost()
    {
        ulong word = 0;
        ulong* w = &word;
        long lost = 0;
        void Work(uint nr)
        {
            for (int i = 0; i < Rounds; i++)
            {
                rte_bit_atomic_assign(w, nr, value: true, rte_memory_order_release);
                bool set = rte_bit_atomic_test(w, nr, rte_memory_order_acquire);
                bool wasSet = rte_bit_atomic_test_and_assign(w, nr, value: false, rte_memory_order_acq_rel);
                bool still = rte_bit_atomic_test(w, nr, rte_memory_order_seq_cst);
                if (!set || !wasSet || still)
                {
                    Interlocked.Increment(ref lost);
                }
            }
        }

        Threads.Run(() => Work(0), () => Work(63));
        Assert.Equal(0, lost);
        Assert.Equal(0ul, word);
    }

    /// <summary>The bit as a lock: whoever hears that it was clear has it.</summary>
    [Fact]
    public void One_thread_at_a_time_hears_that_the_bit_was_clear()
    {
        uint word = 0;
        long counter = 0;
        uint* w = &word;
        long* shared = &counter;
        void Work()
        {
            for (int i = 0; i < Rounds; i++)
            {
                while (rte_bit_atomic_test_and_set(w, 7, rte_memory_order_acquire))
                {
                    rte_pause();
                }

                *shared += 1;
                Assert.True(rte_bit_atomic_test_and_clear(w, 7, rte_memory_order_release));
            }
        }

        Threads.Run(Work, Work);
        Assert.Equal(2 * Rounds, counter);
    }

    private static int Do(int operation, ulong* a, uint n, bool value, int order)
    {
        switch (operation)
        {
            case 0: return rte_bit_test(a, n) ? 1 : 0;
            case 1: rte_bit_set(a, n); return 0;
            case 2: rte_bit_clear(a, n); return 0;
            case 3: rte_bit_assign(a, n, value); return 0;
            case 4: rte_bit_flip(a, n); return 0;
            case 5: return rte_bit_atomic_test(a, n, rte_memory_order_acquire) ? 1 : 0;
            case 6: rte_bit_atomic_set(a, n, order); return 0;
            case 7: rte_bit_atomic_clear(a, n, order); return 0;
            case 8: rte_bit_atomic_assign(a, n, value, order); return 0;
            case 9: rte_bit_atomic_flip(a, n, order); return 0;
            case 10: return rte_bit_atomic_test_and_set(a, n, order) ? 1 : 0;
            case 11: return rte_bit_atomic_test_and_clear(a, n, order) ? 1 : 0;
            default: return rte_bit_atomic_test_and_assign(a, n, value, order) ? 1 : 0;
        }
    }

    private static int Do(int operation, uint* a, uint n, bool value, int order)
    {
        switch (operation)
        {
            case 0: return rte_bit_test(a, n) ? 1 : 0;
            case 1: rte_bit_set(a, n); return 0;
            case 2: rte_bit_clear(a, n); return 0;
            case 3: rte_bit_assign(a, n, value); return 0;
            case 4: rte_bit_flip(a, n); return 0;
            case 5: return rte_bit_atomic_test(a, n, rte_memory_order_acquire) ? 1 : 0;
            case 6: rte_bit_atomic_set(a, n, order); return 0;
            case 7: rte_bit_atomic_clear(a, n, order); return 0;
            case 8: rte_bit_atomic_assign(a, n, value, order); return 0;
            case 9: rte_bit_atomic_flip(a, n, order); return 0;
            case 10: return rte_bit_atomic_test_and_set(a, n, order) ? 1 : 0;
            case 11: return rte_bit_atomic_test_and_clear(a, n, order) ? 1 : 0;
            default: return rte_bit_atomic_test_and_assign(a, n, value, order) ? 1 : 0;
        }
    }

    private static ulong Relaxed64InC(string operation, uint nr, ulong* a)
    {
        nint function = Oracle.Get($"o_rte_bit_relaxed_{operation}64");
        if (operation is "set" or "clear")
        {
            ((delegate* unmanaged<uint, ulong*, void>)function)(nr, a);
            return 0;
        }

        return ((delegate* unmanaged<uint, ulong*, ulong>)function)(nr, a);
    }

    private static uint Relaxed32InC(string operation, uint nr, uint* a)
    {
        nint function = Oracle.Get($"o_rte_bit_relaxed_{operation}32");
        if (operation is "set" or "clear")
        {
            ((delegate* unmanaged<uint, uint*, void>)function)(nr, a);
            return 0;
        }

        return ((delegate* unmanaged<uint, uint*, uint>)function)(nr, a);
    }

    private static ulong Relaxed64(string operation, uint nr, ulong* a)
    {
        switch (operation)
        {
            case "get": return rte_bit_relaxed_get64(nr, a);
            case "set": rte_bit_relaxed_set64(nr, a); return 0;
            case "clear": rte_bit_relaxed_clear64(nr, a); return 0;
            case "test_and_set": return rte_bit_relaxed_test_and_set64(nr, a);
            default: return rte_bit_relaxed_test_and_clear64(nr, a);
        }
    }

    private static uint Relaxed32(string operation, uint nr, uint* a)
    {
        switch (operation)
        {
            case "get": return rte_bit_relaxed_get32(nr, a);
            case "set": rte_bit_relaxed_set32(nr, a); return 0;
            case "clear": rte_bit_relaxed_clear32(nr, a); return 0;
            case "test_and_set": return rte_bit_relaxed_test_and_set32(nr, a);
            default: return rte_bit_relaxed_test_and_clear32(nr, a);
        }
    }
}
