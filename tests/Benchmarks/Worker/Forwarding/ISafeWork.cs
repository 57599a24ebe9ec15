namespace DpdkSharp.Benchmarks.Worker.Forwarding;

/// <summary>What is done to received packets, on the safe layer.</summary>
internal interface ISafeWork
{
    /// <summary>Does it; what it does not want to be sent, it takes out of the burst.</summary>
    void Process(PacketBurst burst);
}
