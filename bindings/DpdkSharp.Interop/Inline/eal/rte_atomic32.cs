using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_atomic32_init(rte_atomic32_t* v) => v->cnt = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_atomic32_read(rte_atomic32_t* v) => Volatile.Read(ref v->cnt);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_atomic32_set(rte_atomic32_t* v, int new_value) => Volatile.Write(ref v->cnt, new_value);

    /// <summary>Adds and answers the sum. A full barrier, as the others here that change the counter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_atomic32_add_return(rte_atomic32_t* v, int inc) => Interlocked.Add(ref v->cnt, inc);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_atomic32_sub_return(rte_atomic32_t* v, int dec) => Interlocked.Add(ref v->cnt, unchecked(-dec));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_atomic32_add(rte_atomic32_t* v, int inc) => _ = rte_atomic32_add_return(v, inc);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_atomic32_sub(rte_atomic32_t* v, int dec) => _ = rte_atomic32_sub_return(v, dec);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_atomic32_inc(rte_atomic32_t* v) => _ = rte_atomic32_add_return(v, 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_atomic32_dec(rte_atomic32_t* v) => _ = rte_atomic32_add_return(v, -1);

    /// <summary>1 when the sum is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_atomic32_inc_and_test(rte_atomic32_t* v) => rte_atomic32_add_return(v, 1) == 0 ? 1 : 0;

    /// <summary>1 when the difference is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_atomic32_dec_and_test(rte_atomic32_t* v) => rte_atomic32_add_return(v, -1) == 0 ? 1 : 0;

    /// <summary>Sets 0 to 1 and answers 1; else 0 and nothing changes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_atomic32_test_and_set(rte_atomic32_t* v) => Interlocked.CompareExchange(ref v->cnt, 1, 0) == 0 ? 1 : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_atomic32_clear(rte_atomic32_t* v) => rte_atomic32_set(v, 0);
}
