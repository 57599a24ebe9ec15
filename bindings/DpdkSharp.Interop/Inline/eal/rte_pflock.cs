using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// Readers and writers take turns phase by phase, so that neither starves. Four 16-bit counters: who came in and who went out, readers
// and writers. Where the counter is the upper half of its word, one 32-bit addition does, as it carries into nothing; .NET has no
// 16-bit one, so the lower halves take a compare-and-swap loop.
public static unsafe partial class Dpdk
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_pflock_init(rte_pflock* pf) => *pf = default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_pflock_read_lock(rte_pflock* pf)
    {
        int writer = FetchAdd(ref pf->rd.@in, RTE_PFLOCK_RINC) & RTE_PFLOCK_WBITS;
        if (writer == 0)
        {
            return;
        }

        // The bits change when that writer leaves, be it to no writer or to the next one's phase.
        while ((Volatile.Read(ref pf->rd.@in) & RTE_PFLOCK_WBITS) == writer)
        {
            rte_pause();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_pflock_read_unlock(rte_pflock* pf) =>
        Interlocked.Add(ref *(uint*)&pf->rd, (uint)RTE_PFLOCK_RINC << 16);

    public static void rte_pflock_write_lock(rte_pflock* pf)
    {
        ushort ticket = FetchAdd(ref pf->wr.@in, 1);
        while (Volatile.Read(ref pf->wr.@out) != ticket)
        {
            rte_pause();
        }

        ushort readers = FetchAdd(ref pf->rd.@in, (ushort)(RTE_PFLOCK_PRES | (ticket & RTE_PFLOCK_PHID)));
        while (Volatile.Read(ref pf->rd.@out) != readers)
        {
            rte_pause();
        }
    }

    public static void rte_pflock_write_unlock(rte_pflock* pf)
    {
        Interlocked.And(ref *(uint*)&pf->rd, 0xffff_0000U | RTE_PFLOCK_LSB);
        Interlocked.Add(ref *(uint*)&pf->wr, 1U << 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ushort FetchAdd(ref ushort counter, ushort step)
    {
        ushort old = Volatile.Read(ref counter);
        while (true)
        {
            ushort found = Interlocked.CompareExchange(ref counter, unchecked((ushort)(old + step)), old);
            if (found == old)
            {
                return old;
            }

            old = found;
        }
    }
}
