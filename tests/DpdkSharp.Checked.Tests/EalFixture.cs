using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using DpdkSharp.TestKit;

[assembly: AssemblyFixture(typeof(DpdkSharp.Checked.Tests.EalFixture))]
// The tests share lcores, ports and the log.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace DpdkSharp.Checked.Tests;

/// <summary>
/// EAL, once for the test process, with two lcores and two devices. The thread that starts EAL is the main lcore; only it may launch jobs, so it
/// is a thread of its own here, and tests that need it run their steps on it.
/// </summary>
public sealed class EalFixture : IDisposable
{
    private readonly BlockingCollection<Action> _work = [];
    private readonly Thread _thread;

    public EalFixture()
    {
        _thread = new Thread(() =>
        {
            foreach (Action step in _work.GetConsumingEnumerable())
            {
                step();
            }
        })
        { Name = "main lcore", IsBackground = true };
        _thread.Start();
        Eal = Run(() => Eal.Initialize([.. EalArguments.Isolated(2, "net_null0", "net_null1"), "--log-level", "lib.eal:info"], OnLog));
    }

    public Eal Eal { get; }

    /// <summary>All that DPDK has logged.</summary>
    public ConcurrentQueue<(EalLogLevel Level, string Message)> Log { get; } = [];

    /// <summary>The lcore beside the main one.</summary>
    public Lcore Worker => Eal.WorkerLcores[0];

    /// <summary>Runs a step on the main lcore and waits for it; what it throws comes back.</summary>
    public void Run(Action step) => Run<object?>(() =>
    {
        step();
        return null;
    });

    /// <inheritdoc cref="Run(Action)"/>
    public T Run<T>(Func<T> step)
    {
        using var done = new ManualResetEventSlim();
        T result = default!;
        ExceptionDispatchInfo? failure = null;
        _work.Add(() =>
        {
            try
            {
                result = step();
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
            done.Set();
        });
        done.Wait();
        failure?.Throw();
        return result;
    }

    public void Dispose()
    {
        Run(Eal.Dispose);
        _work.CompleteAdding();
        _thread.Join();
        _work.Dispose();
    }

    private void OnLog(EalLogLevel level, string message) => Log.Enqueue((level, message));
}
