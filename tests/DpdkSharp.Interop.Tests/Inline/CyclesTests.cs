using System.Diagnostics;
using System.Runtime.InteropServices;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Inline;

public sealed unsafe class CyclesTests(EalFixture eal)
{
    private static readonly List<uint> s_delays = [];

    [Fact]
    public void The_counter_is_the_processors()
    {
        var inC = (delegate* unmanaged<ulong>)Oracle.Get("o_rte_rdtsc");
        Assert.True(TimeStampCounter.IsHardware);
        for (int i = 0; i < 1000; i++)
        {
            ulong before = inC();
            ulong here = rte_rdtsc();
            ulong precise = rte_rdtsc_precise();
            ulong after = inC();
            Assert.InRange(here, before, precise);
            Assert.InRange(precise, here, after);
        }
    }

    [Fact]
    public void A_delay_lasts_as_long_as_asked() => eal.Run(() =>
    {
        ulong start = rte_get_tsc_cycles();
        long clock = Stopwatch.GetTimestamp();
        rte_delay_ms(5);
        ulong cycles = rte_get_tsc_cycles() - start;
        TimeSpan time = Stopwatch.GetElapsedTime(clock);
        Assert.InRange((double)cycles / rte_get_tsc_hz(), 0.005, double.MaxValue);
        Assert.InRange(time.TotalSeconds, 0.0049, double.MaxValue);
    });

    [Fact]
    public void Delays_wait_as_the_registered_function_does() => eal.Run(() =>
    {
        s_delays.Clear();
        delegate* unmanaged<uint, void> before = *rte_delay_us_;
        rte_delay_us_callback_register(&Delay);
        try
        {
            rte_delay_us(3);
            rte_delay_ms(2);
        }
        finally
        {
            rte_delay_us_callback_register(before);
        }
        rte_delay_us(3);
        Assert.Equal([3, 2000], s_delays);
    });

    [UnmanagedCallersOnly]
    private static void Delay(uint us)
    {
        s_delays.Add(us);
        rte_delay_us_block(us);
    }

    [Fact]
    public void The_timer_is_the_counter() => eal.Run(() =>
    {
        Assert.Equal(rte_get_tsc_hz(), rte_get_timer_hz());
        ulong before = rte_rdtsc();
        ulong timer = rte_get_timer_cycles();
        Assert.InRange(timer, before, rte_rdtsc());
    });

    /// <summary>What stands in where no executable page can be had runs at the same rate.</summary>
    [Fact]
    public void The_clock_counts_as_fast_as_the_counter() => eal.Run(() =>
    {
        // The thread may lose its CPU between two readings: the clock's time lies between the shortest and the longest that the counter allows.
        ulong first = rte_rdtsc();
        ulong clock = TimeStampCounter.FromClock();
        ulong second = rte_rdtsc();
        rte_delay_ms(50);
        ulong third = rte_rdtsc();
        double clocked = TimeStampCounter.FromClock() - clock;
        ulong fourth = rte_rdtsc();
        Assert.InRange(clocked, 0.9 * (third - second), 1.1 * (fourth - first));
    });
}
