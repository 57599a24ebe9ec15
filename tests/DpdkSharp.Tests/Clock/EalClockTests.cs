using System.Diagnostics;
using CsCheck;

namespace DpdkSharp.Tests.Clock;

public class EalClockTests
{
    [Fact]
    public void A_second_has_as_many_cycles_as_the_clock_has_hertz()
    {
        Assert.True(EalClock.Hertz > 100_000_000);
        Assert.Equal(EalClock.Hertz, EalClock.ToCycles(TimeSpan.FromSeconds(1)));
        Assert.Equal(TimeSpan.FromSeconds(1), EalClock.ToTimeSpan(EalClock.Hertz));
        Assert.Equal(TimeSpan.FromDays(10_000), EalClock.ToTimeSpan(EalClock.Hertz * 864_000_000));
    }

    [Fact]
    public void There_and_back_loses_no_more_than_the_rounding() =>
        Gen.Long[0, TimeSpan.TicksPerDay].Sample(static ticks =>
            Assert.InRange(ticks - EalClock.ToTimeSpan(EalClock.ToCycles(TimeSpan.FromTicks(ticks))).Ticks, 0, 1));

    [Fact]
    public void The_clock_counts_as_fast_as_it_says()
    {
        long start = Stopwatch.GetTimestamp();
        ulong cycles = EalClock.Cycles;
        Thread.Sleep(200);
        ulong passed = EalClock.Cycles - cycles;
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Assert.InRange(passed / (double)EalClock.Hertz / seconds, 0.9, 1.1);
    }

    [Fact]
    public void A_delay_takes_its_time()
    {
        long start = Stopwatch.GetTimestamp();
        EalClock.Delay(TimeSpan.FromMilliseconds(20));
        Assert.True(Stopwatch.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(19.9));
        EalClock.Delay(TimeSpan.Zero);
    }

    [Fact]
    public void Times_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => EalClock.Delay(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(static () => EalClock.Delay(TimeSpan.FromHours(2)));
        Assert.Throws<ArgumentOutOfRangeException>(static () => EalClock.ToCycles(TimeSpan.FromTicks(-1)));
    }
}
