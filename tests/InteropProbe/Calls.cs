using DpdkSharp.Interop;

namespace DpdkSharp.InteropProbe;

/// <summary>Uses of DPDK in a process where it may not be there.</summary>
internal static unsafe class Calls
{
    /// <summary>Makes one use and writes the exception it ends with: its type, and its message in the next line.</summary>
    public static int Run(string what)
    {
        try
        {
            switch (what)
            {
                case "function":
                    _ = Dpdk.rte_eal_has_hugepages();
                    break;
                case "versioned":
                    // One that not all versions have.
                    Dpdk.rte_net_crc_set_alg(default);
                    break;
                case "inline":
                    _ = Dpdk.rte_lcore_id();
                    break;
                case "variable":
                    _ = *(byte*)Dpdk.rte_eth_fp_ops_;
                    break;
                case "export":
                    _ = DpdkRuntime.GetExport("librte_eal", "rte_eal_init");
                    break;
                case "ethdev":
                    _ = Dpdk.rte_eth_dev_count_avail();
                    break;
                case "shim":
                    _ = Dpdk.rte_lcore_id();
                    string before = Shims();
                    if (DpdkShim.rte_get_gcd(12, 18) != 6)
                    {
                        throw new InvalidOperationException("the shim gave a wrong result");
                    }
                    Console.WriteLine($"before: {before}");
                    Console.WriteLine($"after: {Shims()}");
                    return 0;
                default:
                    throw new ArgumentException($"'{what}' is no known call", nameof(what));
            }
            Console.WriteLine("no exception");
            return 1;
        }
#pragma warning disable CA1031 // Which exception it is, is the question.
        catch (Exception e)
#pragma warning restore CA1031
        {
            Console.WriteLine(e.GetType().Name);
            Console.WriteLine(e.Message);
            return 0;
        }
    }

    /// <summary>The libraries of the C shim in this process.</summary>
    private static string Shims() => string.Join(
        ' ',
        File.ReadLines("/proc/self/maps").Where(static l => l.Contains("libdpdksharp_", StringComparison.Ordinal)).Select(static l => Path.GetFileName(l)).Distinct(StringComparer.Ordinal));
}
