using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>Cycles in nanoseconds; what is left over of one is kept for the next time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_cyclecounter_cycles_to_ns(rte_timecounter* tc, ulong cycles)
    {
        ulong fixedPoint = unchecked(cycles + tc->nsec_frac);
        tc->nsec_frac = fixedPoint & tc->nsec_mask;
        return fixedPoint >> (int)tc->cc_shift;
    }

    /// <summary>The time in nanoseconds at the counter reading <paramref name="cycle_now"/>, which may be a little before the last one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_timecounter_update(rte_timecounter* tc, ulong cycle_now)
    {
        ulong passed = unchecked(cycle_now - tc->cycle_last);
        // A smaller reading is one after the counter wrapped around. Counted as C does: in the counter's own width but for the step
        // of the wrap, which may carry out of it.
        passed = tc->cycle_last <= cycle_now ? passed & tc->cc_mask : unchecked(((passed - 1) & tc->cc_mask) + 1);
        tc->cycle_last = cycle_now;
        return tc->nsec = unchecked(tc->nsec + rte_cyclecounter_cycles_to_ns(tc, passed));
    }
}
