using DpdkSharp.TestKit;

[assembly: AssemblyFixture(typeof(DpdkSharp.Devices.Tests.EalFixture))]
// They share the processor cores with the programs at the other ends.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace DpdkSharp.Devices.Tests;

/// <summary>EAL, once for the test process, without devices: each test creates its own.</summary>
public sealed class EalFixture : IDisposable
{
    public Eal Eal { get; } = Eal.Initialize([.. EalArguments.Isolated(1)]);

    public void Dispose() => Eal.Dispose();
}
