using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>The time stamp counter; its rate is <c>rte_get_tsc_hz()</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_rdtsc() => TimeStampCounter.Read();

    /// <summary>The time stamp counter, read after all earlier memory accesses are done.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_rdtsc_precise()
    {
        rte_mb();
        return TimeStampCounter.Read();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_get_tsc_cycles() => TimeStampCounter.Read();

    /// <summary>The default timer: the time stamp counter, unless a DPDK built with HPET support was told to use the HPET.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_get_timer_cycles() => HpetTimer.InUse ? HpetTimer.Cycles() : TimeStampCounter.Read();

    /// <summary>Hertz of <see cref="rte_get_timer_cycles"/>.</summary>
    public static ulong rte_get_timer_hz() => HpetTimer.InUse ? HpetTimer.Hertz() : rte_get_tsc_hz();

    /// <summary>Waits at least that many microseconds, in the way that <see cref="rte_delay_us_callback_register"/> chose last: at first it spins.</summary>
    /// <remarks>In C a variable that holds a function, and a call of it looks like this; the variable itself is <see cref="rte_delay_us_"/>.</remarks>
    public static void rte_delay_us(uint us) => (*rte_delay_us_)(us);

    /// <summary>Waits at least that many milliseconds, as <see cref="rte_delay_us"/> does.</summary>
    public static void rte_delay_ms(uint ms) => rte_delay_us(unchecked(ms * 1000));
}
