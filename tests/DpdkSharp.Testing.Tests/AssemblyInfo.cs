using DpdkSharp.Testing.Xunit;

[assembly: AssemblyFixture(typeof(EalFixture))]
[assembly: NoLostPackets]
// The counts of pools are the process' own.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
