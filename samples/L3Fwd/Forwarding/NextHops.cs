namespace DpdkSharp.Samples.L3Fwd;

/// <summary>Next hops of tables are ports, in more bits than a port needs.</summary>
[DataPath]
internal static class NextHops
{
    public static void Narrow(ReadOnlySpan<uint> hops, Span<ushort> ports)
    {
        for (int i = 0; i < hops.Length; i++)
        {
            ports[i] = (ushort)hops[i];
        }
    }

    public static void Narrow(ReadOnlySpan<ulong> hops, Span<ushort> ports)
    {
        for (int i = 0; i < hops.Length; i++)
        {
            ports[i] = (ushort)hops[i];
        }
    }
}
