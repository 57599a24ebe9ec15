using System.Numerics;
using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// A writer draws a token; a reader that reports a quiescent state afterwards copies it. Once every reader that is online has that token
// or a newer one, what the writer took out before drawing it is in nobody's hands. C's debug checks and logs are left out, as in its own
// release builds.
public static unsafe partial class Dpdk
{
    /// <summary>The thread reads shared data from now on, and has to report quiescent states.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_rcu_qsbr_thread_online(rte_rcu_qsbr* v, uint thread_id)
    {
        Volatile.Write(ref v->qsbr_cnt[thread_id].cnt, Volatile.Read(ref v->token));
        // No load of shared data may come before the store that a writer looks for.
        Interlocked.MemoryBarrier();
    }

    /// <summary>The thread holds no shared data any more; writers do not wait for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_rcu_qsbr_thread_offline(rte_rcu_qsbr* v, uint thread_id) =>
        Volatile.Write(ref v->qsbr_cnt[thread_id].cnt, __RTE_QSBR_CNT_THR_OFFLINE);

    /// <summary>Nothing: only C's debug builds count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_rcu_qsbr_lock(rte_rcu_qsbr* v, uint thread_id)
    {
    }

    /// <inheritdoc cref="rte_rcu_qsbr_lock"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_rcu_qsbr_unlock(rte_rcu_qsbr* v, uint thread_id)
    {
    }

    /// <summary>The token to ask <see cref="rte_rcu_qsbr_check"/> with.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_rcu_qsbr_start(rte_rcu_qsbr* v) => Interlocked.Increment(ref v->token);

    /// <summary>The thread holds nothing at this moment that it read before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_rcu_qsbr_quiescent(rte_rcu_qsbr* v, uint thread_id)
    {
        ulong token = Volatile.Read(ref v->token);
        ref ulong mine = ref v->qsbr_cnt[thread_id].cnt;
        // The line stays shared as long as there is nothing new.
        if (token != mine)
        {
            Volatile.Write(ref mine, token);
        }
    }

    /// <summary>1 when all readers have been quiescent since the token was drawn; else 0, or, with <paramref name="wait"/>, once they have.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_rcu_qsbr_check(rte_rcu_qsbr* v, ulong t, bool wait) =>
        t <= Volatile.Read(ref v->acked_token) || QsbrReaders.Passed(v, t, wait) ? 1 : 0;

    private static class QsbrReaders
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        internal static bool Passed(rte_rcu_qsbr* v, ulong token, bool wait)
        {
            ulong oldest = __RTE_QSBR_CNT_MAX;
            rte_rcu_qsbr_cnt* counters = v->qsbr_cnt;
            if (Volatile.Read(ref v->num_threads) == v->max_threads)
            {
                for (uint i = 0; i < v->max_threads; i++)
                {
                    while (!Passed(counters + i, token, ref oldest))
                    {
                        if (!wait)
                        {
                            return false;
                        }

                        rte_pause();
                    }
                }
            }
            else if (!RegisteredPassed(v, token, wait, ref oldest))
            {
                return false;
            }

            // Kept for the next question. With no reader online there is nothing to keep.
            if (oldest != __RTE_QSBR_CNT_MAX)
            {
                Volatile.Write(ref v->acked_token, oldest);
            }

            return true;
        }

        private static bool RegisteredPassed(rte_rcu_qsbr* v, ulong token, bool wait, ref ulong oldest)
        {
            // A bit for each thread that is registered, in words behind the counters.
            ulong* registered = (ulong*)(v->qsbr_cnt + v->max_threads);
            for (uint i = 0; i < v->num_elems; i++)
            {
                ulong left = Volatile.Read(ref registered[i]);
                while (left != 0)
                {
                    int bit = BitOperations.TrailingZeroCount(left);
                    if (Passed(v->qsbr_cnt + (i * 64) + bit, token, ref oldest))
                    {
                        left &= ~(1UL << bit);
                        continue;
                    }

                    if (!wait)
                    {
                        return false;
                    }

                    rte_pause();
                    // The thread may have left in the meantime.
                    left = Volatile.Read(ref registered[i]);
                }
            }

            return true;
        }

        private static bool Passed(rte_rcu_qsbr_cnt* counter, ulong token, ref ulong oldest)
        {
            ulong seen = Volatile.Read(ref counter->cnt);
            if (seen == __RTE_QSBR_CNT_THR_OFFLINE)
            {
                return true;
            }

            if (seen < token)
            {
                return false;
            }

            oldest = Math.Min(oldest, seen);
            return true;
        }
    }
}
