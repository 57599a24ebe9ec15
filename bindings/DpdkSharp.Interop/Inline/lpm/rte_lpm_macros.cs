namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>Looks up <paramref name="n"/> addresses; see <see cref="rte_lpm_lookup_bulk_func"/>.</summary>
    public static int rte_lpm_lookup_bulk(rte_lpm* lpm, uint* ips, uint* next_hops, uint n) => rte_lpm_lookup_bulk_func(lpm, ips, next_hops, n);
}
