using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// .NET has no 16-bit atomic addition: a compare-and-swap loop takes its place.
public static unsafe partial class Dpdk
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_atomic16_init(rte_atomic16_t* v) => v->cnt = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static short rte_atomic16_read(rte_atomic16_t* v) => Volatile.Read(ref v->cnt);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_atomic16_set(rte_atomic16_t* v, short new_value) => Volatile.Write(ref v->cnt, new_value);

    /// <summary>Adds and answers the sum. A full barrier, as the others here that change the counter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static short rte_atomic16_add_return(rte_atomic16_t* v, short inc)
    {
        short old = Volatile.Read(ref v->cnt);
        while (true)
        {
            short sum = unchecked((short)(old + inc));
            short found = Interlocked.CompareExchange(ref v->cnt, sum, old);
            if (found == old)
            {
                return sum;
            }

            old = found;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static short rte_atomic16_sub_return(rte_atomic16_t* v, short dec) => rte_atomic16_add_return(v, unchecked((short)-dec));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_atomic16_add(rte_atomic16_t* v, short inc) => _ = rte_atomic16_add_return(v, inc);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_atomic16_sub(rte_atomic16_t* v, short dec) => _ = rte_atomic16_sub_return(v, dec);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_atomic16_inc(rte_atomic16_t* v) => _ = rte_atomic16_add_return(v, 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_atomic16_dec(rte_atomic16_t* v) => _ = rte_atomic16_add_return(v, -1);

    /// <summary>1 when the sum is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_atomic16_inc_and_test(rte_atomic16_t* v) => rte_atomic16_add_return(v, 1) == 0 ? 1 : 0;

    /// <summary>1 when the difference is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_atomic16_dec_and_test(rte_atomic16_t* v) => rte_atomic16_add_return(v, -1) == 0 ? 1 : 0;

    /// <summary>Sets 0 to 1 and answers 1; else 0 and nothing changes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_atomic16_test_and_set(rte_atomic16_t* v) => Interlocked.CompareExchange(ref v->cnt, 1, 0) == 0 ? 1 : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_atomic16_clear(rte_atomic16_t* v) => rte_atomic16_set(v, 0);
}
