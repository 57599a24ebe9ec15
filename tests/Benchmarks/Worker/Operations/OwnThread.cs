using System.Runtime.ExceptionServices;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Benchmarks.Worker.Operations;

/// <summary>A thread of .NET's own that works on the CPU of the lcore that waits for it.</summary>
internal static unsafe class OwnThread
{
    public static BenchmarkResult Run(Func<BenchmarkResult> work)
    {
        BenchmarkResult result = default;
        ExceptionDispatchInfo? failure = null;
        cpu_set_t cpus;
        rte_thread_get_affinity(&cpus);
        cpu_set_t* where = &cpus;
        var thread = new Thread(() =>
        {
            try
            {
                if (rte_thread_set_affinity(where) != 0)
                {
                    throw new InvalidOperationException("The thread cannot be moved to the CPU that is measured.");
                }
                result = work();
            }
#pragma warning disable CA1031 // Rethrown where it is waited for.
            catch (Exception e)
#pragma warning restore CA1031
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
        });
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result;
    }
}
