using DpdkSharp.Benchmarks.Worker.Setup;

namespace DpdkSharp.Benchmarks.Worker.Latency;

/// <summary>One packet at a time through a port: how long each round takes, while another thread works its memory.</summary>
internal static class LatencyBenchmark
{
    private const int LiveBlocks = 4096;
    private const int MaxBlock = 4096;
    private const int BlocksPerCollection = 5_000;

    private static readonly double[] s_tailPoints = [0.5, 0.99, 0.999, 0.9999];

    private static volatile bool _running;

    public static IReadOnlyList<Benchmark> All { get; } = [new("latency", Measure, LoadMemory)];

    /// <summary>Takes blocks of random sizes, writes them, and drops older ones, without end; with traffic "collect" it also collects, again and again.</summary>
    private static void LoadMemory(BenchmarkRequest request)
    {
        if (request.Traffic == "idle")
        {
            return;
        }
        while (!_running)
        {
            Thread.SpinWait(1);
        }
        bool collects = request.Traffic == "collect";
        byte[]?[] blocks = new byte[]?[LiveBlocks];
        var random = new RandomNumbers(88172645463325252);
        for (int i = 1; _running; i++)
        {
            ulong number = random.Next();
            int index = (int)(number % LiveBlocks);
            byte[] block = GC.AllocateUninitializedArray<byte>(16 + (int)((number >> 32) % MaxBlock));
            block.AsSpan().Fill((byte)index);
            blocks[index] = block;
            if (collects && i % BlocksPerCollection == 0)
            {
                GC.Collect();
            }
        }
    }

    // As data paths are written: the loop is in the method that has the burst, and so is compiled for good at once.
    private static BenchmarkResult Measure(BenchmarkRequest request)
    {
        EthDev device = request.Ports.Open(request);
        RxQueue from = device.RxQueues[0];
        TxQueue to = device.TxQueues[0];
        using var rounds = new RoundHistogram();
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(1)]);
        if (!request.Ports.Pool(request.Frame).TryAllocate(burst, 1))
        {
            throw new InvalidOperationException("There is no packet.");
        }
        Traffic.Fill(burst, request.Frame, "udp");
        ulong count = request.Count;
        _running = true;
        ulong start = EalClock.Cycles;
        for (ulong i = 0; i < count; i++)
        {
            ulong sent = EalClock.Cycles;
            while (to.Send(burst) == 0)
            {
            }
            while (from.Receive(burst) == 0)
            {
            }
            rounds.Note(EalClock.Cycles - sent);
        }
        ulong cycles = EalClock.Cycles - start;
        _running = false;
        return new BenchmarkResult(count, cycles, Traffic.Check(0, burst[0])) { Tail = Tail(rounds, count) };
    }

    // Not within: what a lambda uses is no local variable.
    private static ulong[] Tail(RoundHistogram rounds, ulong count) => [.. s_tailPoints.Select(p => rounds.Point((ulong)(count * p))), rounds.Longest];
}
