using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_seqcount_init(rte_seqcount_t* seqcount) => seqcount->sn = 0;

    /// <summary>The number to ask <see cref="rte_seqcount_read_retry"/> with, after the data was read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_seqcount_read_begin(rte_seqcount_t* seqcount) => Volatile.Read(ref seqcount->sn);

    /// <summary>Whether a writer was at work meanwhile, so that what was read is worth nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool rte_seqcount_read_retry(rte_seqcount_t* seqcount, uint begin_sn)
    {
        if ((begin_sn & 1) != 0)
        {
            return true;
        }

        Volatile.ReadBarrier();
        return Volatile.Read(ref seqcount->sn) != begin_sn;
    }

    /// <summary>One writer at a time may enter; the count does not see to that.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_seqcount_write_begin(rte_seqcount_t* seqcount)
    {
        Volatile.Write(ref seqcount->sn, unchecked(seqcount->sn + 1));
        Volatile.WriteBarrier();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_seqcount_write_end(rte_seqcount_t* seqcount) =>
        Volatile.Write(ref seqcount->sn, unchecked(seqcount->sn + 1));
}
