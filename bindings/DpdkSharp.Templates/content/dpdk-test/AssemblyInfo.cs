using DpdkSharp.Testing.Xunit;

// DPDK starts once a process: for all tests.
[assembly: AssemblyFixture(typeof(EalFixture))]
// A test that loses a packet fails.
[assembly: NoLostPackets]
// And for that the counts of the pools must not be disturbed by another test.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
