namespace DpdkSharp.Samples;

/// <summary>What forwarders do with their ports before they begin.</summary>
public static class PortCheck
{
    private static readonly TimeSpan s_linkTimeout = TimeSpan.FromSeconds(9);

    /// <summary>Throws when a mask names ports that are not there, and when there are none at all.</summary>
    /// <param name="portMask">The mask.</param>
    /// <param name="available">The ports that are there.</param>
    /// <exception cref="UsageException">A port is not there.</exception>
    public static void Mask(ulong portMask, IReadOnlyList<int> available)
    {
        if (available.Count == 0)
        {
            throw new UsageException(EthDev.NoPortsReason);
        }
        ulong there = available.Where(static p => p < 64).Aggregate(0UL, static (mask, port) => mask | (1UL << port));
        if ((portMask & ~there) != 0)
        {
            throw new UsageException($"the port mask 0x{portMask:x} names ports that are not there; possible is 0x{there:x} (port {string.Join(", ", available)}).{Sample.StartupErrors}");
        }
    }

    /// <summary>Waits up to nine seconds for the links, and prints what they are.</summary>
    /// <param name="devices">The ports.</param>
    /// <param name="stop">Ends the waiting.</param>
    public static void Links(IReadOnlyCollection<EthDev> devices, StopSignal stop)
    {
        Console.Write("\nChecking link status");
        long start = Environment.TickCount64;
        foreach (EthDev device in devices)
        {
            TimeSpan left = s_linkTimeout - TimeSpan.FromMilliseconds(Environment.TickCount64 - start);
            _ = device.WaitForLink(left > TimeSpan.Zero ? left : TimeSpan.Zero, stop.Token);
        }
        Console.WriteLine("done");
        foreach (EthDev device in devices)
        {
            Console.WriteLine($"Port {device.PortId} {device.GetLink()}");
        }
    }

    /// <summary>Closes ports, and says so.</summary>
    /// <param name="devices">The ports.</param>
    public static void Close(IEnumerable<EthDev> devices)
    {
        foreach (EthDev device in devices)
        {
            Console.Write($"Closing port {device.PortId}...");
            device.Dispose();
            Console.WriteLine(" Done");
        }
    }
}
