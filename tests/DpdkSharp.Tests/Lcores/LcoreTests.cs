namespace DpdkSharp.Tests.Lcores;

public class LcoreTests(EalFixture fixture)
{
    [Fact]
    public void EAL_knows_its_lcores()
    {
        Eal eal = fixture.Eal;
        Assert.Equal(2, eal.Lcores.Count);
        Assert.Equal(eal.Lcores.Where(static l => !l.IsMain), eal.WorkerLcores);
        Assert.True(eal.MainLcore.IsMain);
        Assert.Equal(eal.Lcores.OrderBy(static l => l.Id), eal.Lcores);
        Assert.All(eal.Lcores, static l => Assert.True(l.SocketId >= 0));
        Assert.Equal($"lcore {eal.MainLcore.Id}", eal.MainLcore.ToString());
    }

    [Fact]
    public void The_thread_that_started_EAL_is_the_main_lcore_and_others_are_none()
    {
        Assert.Equal(fixture.Eal.MainLcore.Id, fixture.Run(static () => Lcore.CurrentId));
        Assert.Null(Lcore.CurrentId);
    }

    [Fact]
    public void A_job_runs_on_the_worker() => fixture.Run(() =>
    {
        int? ranOn = null;
        LcoreJob job = fixture.Worker.Launch(() => ranOn = Lcore.CurrentId);
        job.Wait();
        Assert.Equal(fixture.Worker.Id, ranOn);
        Assert.True(job.IsCompleted);
        Assert.Same(fixture.Worker, job.Lcore);
        Assert.False(fixture.Worker.IsRunning);
        job.Wait();
    });

    [Fact]
    public void A_job_on_the_main_lcore_runs_at_once_pinned_and_gives_the_affinity_back() => fixture.Run(() =>
    {
        string before = AllowedCpus("/proc/thread-self/status");
        string? during = null;
        LcoreJob job = fixture.Eal.MainLcore.Launch(() => during = AllowedCpus("/proc/thread-self/status"));
        Assert.True(job.IsCompleted);
        Assert.Equal($"{fixture.Eal.MainLcore.Id}", during);
        Assert.Equal(before, AllowedCpus("/proc/thread-self/status"));
        // Starting EAL did not leave the thread pinned either.
        Assert.Equal(AllowedCpus("/proc/self/status"), before);
    });

    [Fact]
    public void The_affinity_comes_back_also_when_the_job_throws() => fixture.Run(() =>
    {
        string before = AllowedCpus("/proc/thread-self/status");
        LcoreJob job = fixture.Eal.MainLcore.Launch(static () => throw new TimeoutException("on main"));
        Assert.Equal(before, AllowedCpus("/proc/thread-self/status"));
        Assert.Equal("on main", Assert.Throws<TimeoutException>(job.Wait).Message);
    });

    [Fact]
    public void What_a_job_throws_is_thrown_where_it_is_waited_for() => fixture.Run(() =>
    {
        LcoreJob job = fixture.Worker.Launch(static () => throw new InvalidDataException("from the worker"));
        var e = Assert.Throws<InvalidDataException>(job.Wait);
        Assert.Equal("from the worker", e.Message);
        Assert.Contains(nameof(What_a_job_throws_is_thrown_where_it_is_waited_for), e.StackTrace, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(job.Wait);
        // The lcore can be used again.
        fixture.Worker.Launch(static () => { }).Wait();
    });

    [Fact]
    public void A_busy_lcore_takes_no_second_job() => fixture.Run(() =>
    {
        using var end = new ManualResetEventSlim();
        LcoreJob job = fixture.Worker.Launch(end.Wait);
        Assert.True(fixture.Worker.IsRunning);
        Assert.False(job.IsCompleted);
        var e = Assert.Throws<InvalidOperationException>(() => fixture.Worker.Launch(static () => { }));
        Assert.Equal($"{fixture.Worker} is busy: wait for its job before launching another one.", e.Message);
        end.Set();
        job.Wait();
    });

    [Fact]
    public void Waiting_for_a_finished_job_does_not_wait_for_the_next_one() => fixture.Run(() =>
    {
        using var end = new ManualResetEventSlim();
        LcoreJob first = fixture.Worker.Launch(static () => { });
        Assert.True(SpinWait.SpinUntil(() => first.IsCompleted && !fixture.Worker.IsRunning, TimeSpan.FromSeconds(10)));
        LcoreJob second = fixture.Worker.Launch(() => Assert.True(end.Wait(TimeSpan.FromSeconds(20))));
        first.Wait();
        Assert.False(second.IsCompleted);
        end.Set();
        second.Wait();
    });

    [Fact]
    public void Only_the_main_lcore_launches()
    {
        var e = Assert.Throws<InvalidOperationException>(() => fixture.Worker.Launch(static () => { }));
        Assert.Equal($"Only the main lcore (the thread that called Eal.Initialize) can launch a job on {fixture.Worker}.", e.Message);
        fixture.Run(() =>
        {
            LcoreJob job = fixture.Worker.Launch(() => fixture.Eal.MainLcore.Launch(static () => { }));
            Assert.Throws<InvalidOperationException>(job.Wait);
        });
    }

    [Fact]
    public void Several_failures_come_together_and_one_alone() => fixture.Run(() =>
    {
        LcoreJob worker = fixture.Worker.Launch(static () => throw new InvalidDataException("worker"));
        LcoreJob main = fixture.Eal.MainLcore.Launch(static () => throw new TimeoutException("main"));
        LcoreJob fine = fixture.Eal.MainLcore.Launch(static () => { });
        var both = Assert.Throws<AggregateException>(() => LcoreJob.WaitAll([worker, main, fine]));
        Assert.Equal(["worker", "main"], both.InnerExceptions.Select(static e => e.Message), StringComparer.Ordinal);
        Assert.Throws<TimeoutException>(() => LcoreJob.WaitAll([fine, main]));
        LcoreJob.WaitAll([fine]);
        LcoreJob.WaitAll([]);
    });

    private static string AllowedCpus(string status)
    {
        const string Key = "Cpus_allowed_list:";
        return File.ReadLines(status).Single(static l => l.StartsWith(Key, StringComparison.Ordinal))[Key.Length..].Trim();
    }
}
