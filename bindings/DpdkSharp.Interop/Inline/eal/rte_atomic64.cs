using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_atomic64_init(rte_atomic64_t* v) => v->cnt = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long rte_atomic64_read(rte_atomic64_t* v) => Volatile.Read(ref v->cnt);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_atomic64_set(rte_atomic64_t* v, long new_value) => Volatile.Write(ref v->cnt, new_value);

    /// <summary>Adds and answers the sum. A full barrier, as the others here that change the counter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long rte_atomic64_add_return(rte_atomic64_t* v, long inc) => Interlocked.Add(ref v->cnt, inc);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long rte_atomic64_sub_return(rte_atomic64_t* v, long dec) => Interlocked.Add(ref v->cnt, unchecked(-dec));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_atomic64_add(rte_atomic64_t* v, long inc) => _ = rte_atomic64_add_return(v, inc);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_atomic64_sub(rte_atomic64_t* v, long dec) => _ = rte_atomic64_sub_return(v, dec);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_atomic64_inc(rte_atomic64_t* v) => _ = rte_atomic64_add_return(v, 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_atomic64_dec(rte_atomic64_t* v) => _ = rte_atomic64_add_return(v, -1);

    /// <summary>1 when the sum is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_atomic64_inc_and_test(rte_atomic64_t* v) => rte_atomic64_add_return(v, 1) == 0 ? 1 : 0;

    /// <summary>1 when the difference is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_atomic64_dec_and_test(rte_atomic64_t* v) => rte_atomic64_add_return(v, -1) == 0 ? 1 : 0;

    /// <summary>Sets 0 to 1 and answers 1; else 0 and nothing changes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_atomic64_test_and_set(rte_atomic64_t* v) => Interlocked.CompareExchange(ref v->cnt, 1, 0) == 0 ? 1 : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_atomic64_clear(rte_atomic64_t* v) => rte_atomic64_set(v, 0);
}
