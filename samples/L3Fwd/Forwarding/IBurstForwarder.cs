namespace DpdkSharp.Samples.L3Fwd;

/// <summary>Forwards bursts of packets at layer 3: one call a burst, whatever the lookup is.</summary>
[DataPath]
public interface IBurstForwarder
{
    /// <summary>Looks the packets up, rewrites them, and gives each to the port that it leaves by; those without a route are dropped.</summary>
    /// <param name="burst">The packets; empty afterwards.</param>
    /// <returns>How many were dropped.</returns>
    int Forward(PacketBurst burst);
}
