namespace DpdkSharp.Analyzers.Tests;

/// <summary>DPDK0012: what waits in the loop of an lcore that polls.</summary>
public class BlockedLcoreTests
{
    [Theory]
    [InlineData("lcore.Launch(() => { while (!_stop) { Poll(); {|DPDK0012:Thread.Sleep(1)|}; } });")]
    [InlineData("lcore.Launch(() => { while (!_stop) { Poll(); {|DPDK0012:lock (this) { }|} } });")]
    [InlineData("lcore.Launch(() => Loop());")]
    [InlineData("lcore.Launch(Loop);")]
    public Task A_wait_between_two_polls_is_reported(string statements) => Check.Code<LcoreWorkerAnalyzer>(Program(statements, loopIsWorker: statements.Contains("Loop", StringComparison.Ordinal)));

    [Theory]
    [InlineData("lcore.Launch(() => { Thread.Sleep(1); while (!_stop) { Poll(); } Thread.Sleep(1); });")]
    [InlineData("lcore.Launch(() => { while (!_stop) { Thread.Sleep(1); } });")]
    [InlineData("while (!_stop) { Poll(); Thread.Sleep(1); }")]
    [InlineData("lcore.Launch(() => { while (!_stop) { Poll(); } }).Wait();")]
    [InlineData("lcore.Launch(() => { while (!_stop) { if (Poll() == 0) { Thread.SpinWait(10); } } });")]
    public Task A_wait_elsewhere_is_not(string statements) => Check.Code<LcoreWorkerAnalyzer>(Program(statements, loopIsWorker: false));

    private static string Program(string statements, bool loopIsWorker) => $$"""
        using System.Threading;
        using DpdkSharp;

        class Worker(RxQueue queue)
        {
            private volatile bool _stop;

            public void Start(Lcore lcore)
            {
                {{statements}}
            }

            private void Loop()
            {
                while (!_stop)
                {
                    Poll();
                    Report();
                }
            }

            private void Report() => {{(loopIsWorker ? "{|DPDK0012:Thread.Sleep(1)|}" : "Thread.Sleep(1)")}};

            private int Poll()
            {
                using var burst = new PacketBurst(stackalloc Mbuf[33]);
                return queue.Receive(burst);
            }
        }
        """;
}
