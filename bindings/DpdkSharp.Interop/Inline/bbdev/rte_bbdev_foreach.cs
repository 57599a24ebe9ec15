namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>The baseband devices.</summary>
    public static rte_id_sequence RTE_BBDEV_FOREACH() => new(&NextBbdev);

    // It takes the device before the one that is looked for, 65535 in front of the first.
    private static int NextBbdev(int last, nint context)
    {
        int next = rte_bbdev_find_next((ushort)last);
        return next < (int)RTE_BBDEV_MAX_DEVS ? next : -1;
    }
}
