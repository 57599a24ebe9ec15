using System.Runtime.CompilerServices;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>DPDK's clock: the CPU's time stamp counter and its frequency. All members may be called from any thread.</summary>
public static unsafe class EalClock
{
    /// <summary>The time stamp counter (<c>rte_get_tsc_cycles</c>). A few dozen cycles to read; not ordered with the code around it.</summary>
    public static ulong Cycles
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => rte_get_tsc_cycles();
    }

    /// <summary>How often <see cref="Cycles"/> counts a second (<c>rte_get_tsc_hz</c>). EAL measures it when it starts.</summary>
    /// <exception cref="InvalidOperationException">EAL is not running.</exception>
    public static ulong Hertz
    {
        get
        {
            ulong hertz = rte_get_tsc_hz();
            return hertz != 0 ? hertz : throw new InvalidOperationException("The clock's frequency is known once EAL is running: call Eal.Initialize first.");
        }
    }

    /// <summary>The number of cycles in a time span, rounded down.</summary>
    /// <param name="time">Not negative.</param>
    /// <returns>Cycles of <see cref="Cycles"/>.</returns>
    public static ulong ToCycles(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        return (ulong)((UInt128)(ulong)time.Ticks * Hertz / TimeSpan.TicksPerSecond);
    }

    /// <summary>The time that a number of cycles takes, rounded down to 100 ns.</summary>
    /// <param name="cycles">A difference of two readings of <see cref="Cycles"/>.</param>
    /// <returns>The time.</returns>
    public static TimeSpan ToTimeSpan(ulong cycles) => TimeSpan.FromTicks((long)((UInt128)cycles * TimeSpan.TicksPerSecond / Hertz));

    /// <summary>Spins for a time without giving up the CPU (<c>rte_delay_us</c>: unless something else was registered in its place, <c>rte_delay_us_block</c>).</summary>
    /// <param name="time">0 to about 71 minutes; rounded down to microseconds.</param>
    public static void Delay(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time.TotalMicroseconds, uint.MaxValue, nameof(time));
        rte_delay_us((uint)time.TotalMicroseconds);
    }
}
