using DpdkSharp.Benchmarks.Worker.Setup;

namespace DpdkSharp.Benchmarks.Worker.Forwarding;

/// <summary>Receive, work on the packets, transmit, as <see cref="RawForwarder"/> does, on the safe layer.</summary>
internal static class SafeForwarder
{
    public static BenchmarkResult Run<TWork>(BenchmarkRequest request, TWork work)
        where TWork : struct, ISafeWork
    {
        EthDev device = request.Ports.Open(request);
        request.Ports.Load(device, request);
        ulong start = EalClock.Cycles;
        (ulong received, ulong dropped) = Forward(device.RxQueues[0], device.TxQueues[0], request.Burst, request.Count, work);
        ulong cycles = EalClock.Cycles - start;
        (int left, ulong check) = Ports.Unload(device, request);
        return new BenchmarkResult(received, cycles, check + (dropped << 32) + ((ulong)left << 48));
    }

    private static (ulong Received, ulong Dropped) Forward<TWork>(RxQueue from, TxQueue to, int size, ulong count, TWork work)
        where TWork : struct, ISafeWork
    {
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(size)]);
        ulong received = 0;
        ulong dropped = 0;
        while (received < count)
        {
            int got = from.Receive(burst);
            if (got == 0)
            {
                continue;
            }
            received += (uint)got;
            work.Process(burst);
            int sent = to.Send(burst);
            if (sent < got)
            {
                dropped += (uint)(got - sent);
                burst.Clear();
            }
        }
        return (received, dropped);
    }
}
