namespace DpdkSharp.Tests.Clock;

public class EalAlarmTests(EalFixture fixture)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void An_alarm_fires_once_on_another_thread()
    {
        using var fired = new ManualResetEventSlim();
        int thread = 0;
        int count = 0;
        using var alarm = EalAlarm.Set(TimeSpan.FromMilliseconds(5), () =>
        {
            thread = Environment.CurrentManagedThreadId;
            Interlocked.Increment(ref count);
            fired.Set();
        });
        Assert.True(fired.Wait(s_patience, TestContext.Current.CancellationToken));
        Thread.Sleep(30);
        Assert.True(alarm.HasFired);
        Assert.Null(alarm.Failure);
        Assert.Equal(1, count);
        Assert.NotEqual(Environment.CurrentManagedThreadId, thread);
    }

    [Fact]
    public void A_cancelled_alarm_does_not_fire()
    {
        bool fired = false;
        var alarm = EalAlarm.Set(TimeSpan.FromMilliseconds(50), () => fired = true);
        alarm.Dispose();
        alarm.Dispose();
        Thread.Sleep(120);
        Assert.False(fired);
        Assert.False(alarm.HasFired);
    }

    [Fact]
    public void What_the_callback_throws_is_kept_and_logged()
    {
        using var alarm = EalAlarm.Set(TimeSpan.FromMilliseconds(1), static () => throw new InvalidDataException("in the alarm"));
        Assert.True(SpinWait.SpinUntil(() => alarm.Failure is not null, s_patience));
        Assert.Equal("in the alarm", Assert.IsType<InvalidDataException>(alarm.Failure).Message);
        Assert.True(SpinWait.SpinUntil(() => fixture.Log.Any(static l => l.Message.Contains("in the alarm", StringComparison.Ordinal)), s_patience));
    }

    [Fact]
    public void Disposing_of_an_alarm_that_has_fired_leaves_later_ones_alone()
    {
        using var fired = new CountdownEvent(20);
        var first = new List<EalAlarm>();
        for (int i = 0; i < 20; i++)
        {
            first.Add(EalAlarm.Set(TimeSpan.FromMicroseconds(1), static () => { }));
        }
        Assert.True(SpinWait.SpinUntil(() => first.TrueForAll(static a => a.HasFired), s_patience));
        Thread.Sleep(20);
        var second = new List<EalAlarm>();
        for (int i = 0; i < 20; i++)
        {
            second.Add(EalAlarm.Set(TimeSpan.FromMilliseconds(100), () => fired.Signal()));
        }
        first.ForEach(static a => a.Dispose());
        Assert.True(fired.Wait(s_patience, TestContext.Current.CancellationToken));
        second.ForEach(static a => a.Dispose());
    }

    [Fact]
    public void Cancelling_waits_for_a_callback_that_runs()
    {
        using var running = new ManualResetEventSlim();
        bool ended = false;
        var alarm = EalAlarm.Set(TimeSpan.FromMilliseconds(1), () =>
        {
            running.Set();
            Thread.Sleep(50);
            Volatile.Write(ref ended, true);
        });
        Assert.True(running.Wait(s_patience, TestContext.Current.CancellationToken));
        alarm.Dispose();
        Assert.True(Volatile.Read(ref ended));
    }

    [Fact]
    public void A_callback_may_dispose_of_its_own_alarm()
    {
        using var done = new ManualResetEventSlim();
        EalAlarm? alarm = null;
        using var set = new ManualResetEventSlim();
        alarm = EalAlarm.Set(TimeSpan.FromMilliseconds(1), () =>
        {
            set.Wait();
            alarm!.Dispose();
            done.Set();
        });
        set.Set();
        Assert.True(done.Wait(s_patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void An_alarm_needs_a_delay() => Assert.Throws<ArgumentOutOfRangeException>(static () => EalAlarm.Set(TimeSpan.Zero, static () => { }));
}
