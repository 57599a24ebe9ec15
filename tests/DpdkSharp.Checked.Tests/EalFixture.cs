using DpdkSharp.Testing;

[assembly: AssemblyFixture(typeof(DpdkSharp.Checked.Tests.EalFixture))]
// The tests share lcores and ports.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace DpdkSharp.Checked.Tests;

/// <summary>EAL, once for the test process, with two lcores and two devices.</summary>
public sealed class EalFixture : IDisposable
{
    private readonly TestEal _eal;

    public EalFixture()
    {
        EalOptions options = TestEal.CreateOptions(lcores: 2, memoryMegabytes: 512);
        options.Vdevs.Add("net_null0");
        options.Vdevs.Add("net_null1");
        _eal = TestEal.Start(options);
    }

    public Eal Eal => _eal.Eal;

    /// <summary>The lcore beside the main one.</summary>
    public Lcore Worker => Eal.WorkerLcores[0];

    /// <summary>Runs a step on the main lcore, the only one that may launch jobs, and waits for it; what it throws comes back.</summary>
    public void Run(Action step) => _eal.Run(step);

    /// <inheritdoc cref="Run(Action)"/>
    public T Run<T>(Func<T> step) => _eal.Run(step);

    public void Dispose() => _eal.Dispose();
}
