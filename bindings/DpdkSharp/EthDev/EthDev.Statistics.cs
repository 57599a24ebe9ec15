using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

// What a device has counted.
public sealed unsafe partial class EthDev
{
    /// <summary>The counters (<c>rte_eth_stats_get</c>).</summary>
    /// <returns>A copy of the present values.</returns>
    /// <exception cref="DpdkException">The device is gone.</exception>
    public EthStats GetStats()
    {
        rte_eth_stats stats = default;
        Check(rte_eth_stats_get(Port, &stats), nameof(rte_eth_stats_get), "does not tell its statistics");
        return new EthStats(stats.ipackets, stats.opackets, stats.ibytes, stats.obytes, stats.imissed, stats.ierrors, stats.oerrors, stats.rx_nombuf);
    }

    /// <summary>All counters that the driver has, by name (<c>rte_eth_xstats_get</c>).</summary>
    /// <returns>A copy of the present values.</returns>
    /// <exception cref="DpdkException">The device is gone.</exception>
    public IReadOnlyList<EthStatistic> GetExtendedStats()
    {
        int count = Check(rte_eth_xstats_get_names(Port, null, 0), nameof(rte_eth_xstats_get_names), "does not tell its extended statistics");
        var names = new rte_eth_xstat_name[count];
        var values = new rte_eth_xstat[count];
        fixed (rte_eth_xstat_name* name = names)
        fixed (rte_eth_xstat* value = values)
        {
            int named = Check(rte_eth_xstats_get_names(Port, name, (uint)count), nameof(rte_eth_xstats_get_names), "does not tell its extended statistics");
            int valued = Check(rte_eth_xstats_get(Port, value, (uint)count), nameof(rte_eth_xstats_get), "does not tell its extended statistics");
            var result = new List<EthStatistic>(valued);
            for (int i = 0; i < Math.Min(valued, count); i++)
            {
                if (value[i].id < (ulong)Math.Min(named, count))
                {
                    result.Add(new EthStatistic(Marshal.PtrToStringUTF8((nint)Unsafe.AsPointer(ref name[value[i].id].name[0])) ?? string.Empty, value[i].value));
                }
            }
            return result;
        }
    }

    /// <summary>Sets all counters to zero (<c>rte_eth_stats_reset</c>, <c>rte_eth_xstats_reset</c>).</summary>
    /// <exception cref="DpdkException">The driver cannot.</exception>
    public void ResetStats()
    {
        Check(rte_eth_stats_reset(Port), nameof(rte_eth_stats_reset), "cannot reset its statistics");
        Check(rte_eth_xstats_reset(Port), nameof(rte_eth_xstats_reset), "cannot reset its extended statistics");
    }
}
