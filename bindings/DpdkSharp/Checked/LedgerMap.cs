using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DpdkSharp.Interop;

namespace DpdkSharp;

/// <summary>
/// From the address of an mbuf to its pool, without looking at the mbuf, which may be damaged. Read without locks; what is taken out of it stays in memory,
/// as another thread may be looking at it.
/// </summary>
internal static unsafe class LedgerMap
{
    // Buckets of 64 KB of address space: few hold more than one run.
    private const int GranuleBits = 16;
    private const int BucketCount = 1 << 16;

    private static readonly Lock s_lock = new();
    private static readonly LedgerRun** s_buckets = (LedgerRun**)NativeMemory.AllocZeroed(BucketCount, (nuint)sizeof(LedgerRun*));

    /// <summary>Finds an mbuf.</summary>
    /// <param name="mbuf">An address; null is not found.</param>
    /// <param name="run">The run that it belongs to; null when there is none.</param>
    /// <returns>Its entry; null when it is of no pool that the ledger knows.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LedgerEntry* Find(rte_mbuf* mbuf, out LedgerRun* run)
    {
        run = *Bucket((nuint)mbuf >> GranuleBits);
        while (run != null && !run->Has(mbuf))
        {
            run = run->Next;
        }
        return run == null ? null : LedgerEntries.Of(mbuf);
    }

    /// <summary>Adds a run; older ones in the same place, of pools that are gone, make room.</summary>
    public static void Add(in LedgerRun run)
    {
        lock (s_lock)
        {
            for (nuint granule = run.Base >> GranuleBits; granule <= (run.Base + run.Length - 1) >> GranuleBits; granule++)
            {
                for (LedgerRun** link = Bucket(granule); *link != null;)
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
                for (LedgerRun* run = *Bucket(granule); run != null; run = run->Next)
                {
                    run->IsDisposed |= run->PoolNumber == poolNumber;
                }
            }
        }
    }

    /// <summary>Takes out the runs of a pool whose memory is something else's by now.</summary>
    public static void Remove(int poolNumber)
    {
        lock (s_lock)
        {
            for (nuint granule = 0; granule < BucketCount; granule++)
            {
                for (LedgerRun** link = Bucket(granule); *link != null;)
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static LedgerRun** Bucket(nuint granule) => s_buckets + (granule & (BucketCount - 1));
}
