using DpdkSharp.Testing.Xunit;

[assembly: AssemblyFixture(typeof(EalFixture))]
[assembly: NoLostPackets]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
