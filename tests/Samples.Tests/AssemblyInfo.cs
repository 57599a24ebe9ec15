using DpdkSharp.Testing.Xunit;

// Code of the samples that is tested in this process has an EAL here; those that run as programs have their own.
[assembly: AssemblyFixture(typeof(EalFixture))]
[assembly: NoLostPackets]
// Each sample polls a processor core: side by side they would starve each other.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
