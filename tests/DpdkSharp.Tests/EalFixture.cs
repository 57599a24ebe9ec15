using System.Collections.Concurrent;
using DpdkSharp.Testing;

[assembly: AssemblyFixture(typeof(DpdkSharp.Tests.EalFixture))]
// The tests share lcores, ports and the log.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace DpdkSharp.Tests;

/// <summary>EAL, once for the test process, with two lcores and two devices.</summary>
public sealed class EalFixture : IDisposable
{
    private readonly TestEal _eal;

    public EalFixture()
    {
        EalOptions options = TestEal.CreateOptions(lcores: 2, memoryMegabytes: 512);
        options.Vdevs.Add("net_null0");
        options.Vdevs.Add("net_null1");
        options.LogLevels.Add("lib.eal:info");
        options.LogHandler = (level, message) => Log.Enqueue((level, message));
        _eal = TestEal.Start(options);
    }

    public Eal Eal => _eal.Eal;

    /// <summary>All that DPDK has logged.</summary>
    public ConcurrentQueue<(EalLogLevel Level, string Message)> Log { get; } = [];

    /// <summary>The lcore beside the main one.</summary>
    public Lcore Worker => Eal.WorkerLcores[0];

    /// <summary>Runs a step on the main lcore, the only one that may launch jobs, and waits for it; what it throws comes back.</summary>
    public void Run(Action step) => _eal.Run(step);

    /// <inheritdoc cref="Run(Action)"/>
    public T Run<T>(Func<T> step) => _eal.Run(step);

    public void Dispose() => _eal.Dispose();
}
