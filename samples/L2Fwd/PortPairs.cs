namespace DpdkSharp.Samples.L2Fwd;

/// <summary>Where the packets of each port go.</summary>
internal static class PortPairs
{
    /// <summary>Pairs the enabled ports: as the map says, or each with its neighbour; the last of an odd number with itself.</summary>
    /// <param name="options">The options.</param>
    /// <param name="available">The ports that are there.</param>
    /// <returns>For each enabled port the port that its packets leave by, in the order of the ports.</returns>
    /// <exception cref="UsageException">The mask or the map names ports that are not there, or a port twice.</exception>
    public static SortedDictionary<int, int> Create(L2FwdOptions options, IReadOnlyList<int> available)
    {
        PortCheck.Mask(options.PortMask, available);
        List<int> enabled = [.. available.Where(p => p < 64 && (options.PortMask & (1UL << p)) != 0)];
        var destinations = new SortedDictionary<int, int>();
        if (options.PortMap is { } map)
        {
            foreach ((int first, int second) in map)
            {
                if (!enabled.Contains(first) || !enabled.Contains(second))
                {
                    throw new UsageException($"--portmap names the pair ({first},{second}), but the port mask 0x{options.PortMask:x} does not enable both.");
                }
                if (!destinations.TryAdd(first, second) || (first != second && !destinations.TryAdd(second, first)))
                {
                    throw new UsageException($"--portmap names a port of the pair ({first},{second}) twice.");
                }
            }
            int left = enabled.FirstOrDefault(p => !destinations.ContainsKey(p), -1);
            if (left >= 0)
            {
                throw new UsageException($"--portmap does not say where the packets of port {left} go, which the port mask 0x{options.PortMask:x} enables.");
            }
            return destinations;
        }
        for (int i = 0; i + 1 < enabled.Count; i += 2)
        {
            destinations[enabled[i]] = enabled[i + 1];
            destinations[enabled[i + 1]] = enabled[i];
        }
        if (enabled.Count % 2 != 0)
        {
            Console.WriteLine("Notice: odd number of ports in portmask.");
            destinations[enabled[^1]] = enabled[^1];
        }
        return destinations;
    }
}
