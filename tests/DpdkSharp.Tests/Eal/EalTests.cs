using DpdkSharp.TestKit;

namespace DpdkSharp.Tests.EalLayer;

public class EalTests(EalFixture fixture)
{
    [Fact]
    public void The_running_EAL_is_Current()
    {
        Assert.Same(fixture.Eal, Eal.Current);
        Assert.Equal(EalProcessType.Primary, Eal.ProcessType);
        Assert.False(Eal.HasHugePages);
        Assert.NotEmpty(Eal.RuntimeFolder);
        Assert.Empty(fixture.Eal.ApplicationArguments);
    }

    [Fact]
    public void EAL_starts_once_a_process()
    {
        var e = Assert.Throws<InvalidOperationException>(() => Eal.Initialize(EalOptions.ForTests()));
        Assert.Contains("cannot start it twice", e.Message, StringComparison.Ordinal);
        Assert.Same(fixture.Eal, Eal.Current);
    }

    [Fact]
    public void Null_arguments_are_refused_before_anything_happens()
    {
        Assert.Throws<ArgumentNullException>(() => Eal.Initialize((EalOptions)null!));
        Assert.Throws<ArgumentNullException>(() => Eal.Initialize((string[])null!));
    }

    [Fact]
    public void EAL_is_not_disposed_while_something_lives_on_it_and_says_what()
    {
        string name = UniqueName.Next("live");
        using PacketPool pool = PacketPool.Create(name, 63, 0);
        using Ring<int> ring = Ring<int>.Create(name, 8);
        using Mempool<long> objects = Mempool<long>.Create(name + "o", 7);
        using EthDev device = EthDev.Create("net_null9");

        var e = Assert.Throws<InvalidOperationException>(fixture.Eal.Dispose);

        Assert.Equal(
            $"EAL cannot be disposed while the packet pool '{name}', the ring '{name}', the memory pool '{name}o', {device} are in use. Dispose of what was created last first.",
            e.Message);
        Assert.Same(fixture.Eal, Eal.Current);
    }

    [Fact]
    public void EAL_is_not_disposed_while_an_lcore_runs()
    {
        using var end = new ManualResetEventSlim();
        fixture.Run(() =>
        {
            LcoreJob job = fixture.Worker.Launch(end.Wait);
            var e = Assert.Throws<InvalidOperationException>(fixture.Eal.Dispose);
            Assert.Equal($"EAL cannot be disposed while {fixture.Worker} still runs. Wait for its job first.", e.Message);
            end.Set();
            job.Wait();
        });
    }
}
