using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DpdkSharp.Interop;

namespace DpdkSharp;

/// <summary>
/// From the address of an mbuf to its entry, without looking at the mbuf, which may be damaged. Read without locks; what is taken out of it stays in memory,
/// as another thread may be looking at it.
/// </summary>
internal static unsafe class LedgerMap
{
    // Buckets of 64 KB of address space: few hold more than one run.
    private const int GranuleBits = 16;
    private const int BucketCount = 1 << 16;

    private static readonly Lock s_lock = new();
    private static readonly LedgerRun* s_none = (LedgerRun*)NativeMemory.AllocZeroed(1, (nuint)sizeof(LedgerRun));
    private static readonly LedgerRun** s_buckets = MakeBuckets();

    /// <summary>Finds an mbuf.</summary>
    /// <param name="mbuf">An address; null is not found.</param>
    /// <param name="run">The run that it belongs to.</param>
    /// <returns>Its entry; null when it is of no pool that the ledger knows.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LedgerEntry* Find(rte_mbuf* mbuf, out LedgerRun* run)
    {
        run = *Bucket((nuint)mbuf >> GranuleBits);
        nuint offset = (nuint)mbuf - run->Base;
        return offset < run->Length ? run->EntryAt(offset) : FindInOthers(mbuf, ref run);
    }

    /// <summary>The run that an mbuf probably belongs to; <see cref="Find"/> finds it in any case.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LedgerRun* FirstRunNear(rte_mbuf* mbuf) => *Bucket((nuint)mbuf >> GranuleBits);

    /// <summary>A run that no mbuf belongs to: what a loop over mbufs begins with.</summary>
    public static LedgerRun* None => s_none;

    /// <summary>The run of an mbuf; <see cref="None"/> when it is of no pool that the ledger knows. For loops, where most are of the same run as the one before.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static LedgerRun* RunOf(rte_mbuf* mbuf) => Find(mbuf, out LedgerRun* run) == null ? s_none : run;

    /// <summary>Adds a run; older ones in the same place, of pools that are gone, make room.</summary>
    public static void Add(in LedgerRun run)
    {
        lock (s_lock)
        {
            for (nuint granule = run.Base >> GranuleBits; granule <= (run.Base + run.Length - 1) >> GranuleBits; granule++)
            {
                for (LedgerRun** link = Bucket(granule); *link != s_none;)
                {
                    LedgerRun* old = *link;
                    if (old->Base < run.Base + run.Length && run.Base < old->Base + old->Length)
                    {
                        *link = old->Next;
                    }
                    else
                    {
                        link = &old->Next;
                    }
                }
                LedgerRun* copy = (LedgerRun*)NativeMemory.Alloc((nuint)sizeof(LedgerRun));
                *copy = run;
                copy->Next = *Bucket(granule);
                Volatile.Write(ref *(nint*)Bucket(granule), (nint)copy);
            }
        }
    }

    /// <summary>Marks the runs of a pool that is disposed.</summary>
    public static void MarkDisposed(int poolNumber)
    {
        lock (s_lock)
        {
            for (nuint granule = 0; granule < BucketCount; granule++)
            {
                for (LedgerRun* run = *Bucket(granule); run != s_none; run = run->Next)
                {
                    run->IsDisposed |= run->PoolNumber == poolNumber;
                }
            }
        }
    }

    /// <summary>Takes out the runs of a pool whose entries are about to be freed.</summary>
    public static void Remove(int poolNumber)
    {
        lock (s_lock)
        {
            for (nuint granule = 0; granule < BucketCount; granule++)
            {
                for (LedgerRun** link = Bucket(granule); *link != s_none;)
                {
                    LedgerRun* run = *link;
                    if (run->PoolNumber == poolNumber)
                    {
                        *link = run->Next;
                    }
                    else
                    {
                        link = &run->Next;
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LedgerEntry* FindInOthers(rte_mbuf* mbuf, ref LedgerRun* run)
    {
        while (run != null && !run->Has(mbuf))
        {
            run = run->Next;
        }
        return run == null ? null : run->EntryOf(mbuf);
    }

    // Every chain ends with the run that has nothing: none is empty.
    private static LedgerRun** MakeBuckets()
    {
        var buckets = (LedgerRun**)NativeMemory.Alloc(BucketCount, (nuint)sizeof(LedgerRun*));
        new Span<nint>(buckets, BucketCount).Fill((nint)s_none);
        return buckets;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static LedgerRun** Bucket(nuint granule) => s_buckets + (granule & (BucketCount - 1));
}
