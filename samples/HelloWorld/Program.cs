// The port of DPDK's helloworld: says hello from every lcore.
using DpdkSharp;
using DpdkSharp.Samples;

return Sample.Run("helloworld", () =>
{
    using Eal eal = Eal.Initialize(args);

    // The workers first, then this lcore itself.
    LcoreJob[] jobs = [.. eal.WorkerLcores.Append(eal.MainLcore).Select(lcore => lcore.Launch(() => Console.WriteLine($"hello from core {lcore.Id}")))];
    LcoreJob.WaitAll(jobs);
    return 0;
});
