using DpdkSharp.Interop;

namespace DpdkSharp.Benchmarks.Worker.Forwarding;

/// <summary>What is done to received packets, on the raw layer.</summary>
internal unsafe interface IRawWork
{
    /// <summary>Does it.</summary>
    /// <returns>How many packets, moved to the front, are to be sent; the others it has freed.</returns>
    int Process(rte_mbuf** packets, int count);
}
