using DpdkSharp.Benchmarks.Worker.Setup;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Benchmarks.Worker.Forwarding;

/// <summary>Two lcores: one receives and enqueues on a ring, the other dequeues and transmits. The second one is measured.</summary>
internal static unsafe class PipelineBenchmarks
{
    private const int PipeSize = 1024;

    private static Ring<Mbuf>? _pipe;
    private static EthDev? _device;
    private static volatile bool _ready; // Set by the first stage, which then waits.
    private static volatile bool _running; // Set by the second stage, which also clears it.
    private static volatile bool _ended; // Set by the first stage when it has seen that.

    public static IReadOnlyList<Benchmark> All { get; } = [new("forward-pipeline", Transmit, Receive)];

    private static void Receive(BenchmarkRequest request)
    {
        _ready = true;
        while (!_running)
        {
            rte_pause();
        }
        if (request.IsSafe)
        {
            ReceiveSafe(_device!.RxQueues[0], _pipe!, request.Burst);
        }
        else
        {
            ReceiveRaw((ushort)_device!.PortId, _pipe!.Pointer, (ushort)request.Burst);
        }
        _ended = true;
    }

    private static BenchmarkResult Transmit(BenchmarkRequest request)
    {
        if (request.Packets >= PipeSize)
        {
            throw new InvalidOperationException($"The pipeline holds less than {PipeSize} packets.");
        }
        _pipe = request.Ports.Pipe(PipeSize);
        _device = request.Ports.Open(request);
        request.Ports.Load(_device, request);
        while (!_ready)
        {
            rte_pause();
        }
        _ready = false;
        _ended = false;
        _running = true;

        ulong start = rte_rdtsc();
        ulong sent = request.IsSafe
            ? TransmitSafe(_pipe, _device.TxQueues[0], request.Burst, request.Count)
            : TransmitRaw(_pipe.Pointer, (ushort)_device.PortId, (uint)request.Burst, request.Count);
        ulong cycles = rte_rdtsc() - start;

        _running = false;
        while (!_ended)
        {
            rte_pause();
        }
        using var rest = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        while (_pipe.Dequeue(rest) > 0)
        {
            if (_device.TxQueues[0].Send(rest) == 0)
            {
                throw new InvalidOperationException("The port takes its packets no longer.");
            }
        }
        // Which packet waits where when it ends is chance: their order says nothing, their number does.
        return new BenchmarkResult(sent, cycles, (ulong)Ports.Unload(_device, request).Count);
    }

    private static void ReceiveRaw(ushort port, rte_ring* pipe, ushort burst)
    {
        rte_mbuf** packets = stackalloc rte_mbuf*[BenchmarkRequest.MaxBurst];
        while (_running)
        {
            uint count = rte_eth_rx_burst(port, 0, packets, burst);
            // The ring holds all packets there are, so this ends.
            for (uint done = 0; done < count;)
            {
                done += rte_ring_enqueue_burst(pipe, (void**)(packets + done), count - done, null);
            }
        }
    }

    private static void ReceiveSafe(RxQueue from, Ring<Mbuf> pipe, int size)
    {
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(size)]);
        while (_running)
        {
            _ = from.Receive(burst);
            while (!burst.IsEmpty)
            {
                _ = pipe.Enqueue(burst);
            }
        }
    }

    private static ulong TransmitRaw(rte_ring* pipe, ushort port, uint burst, ulong needed)
    {
        rte_mbuf** packets = stackalloc rte_mbuf*[BenchmarkRequest.MaxBurst];
        ulong sent = 0;
        while (sent < needed)
        {
            uint count = rte_ring_dequeue_burst(pipe, (void**)packets, burst, null);
            if (count == 0)
            {
                continue;
            }
            sent += count;
            for (uint done = 0; done < count;)
            {
                done += rte_eth_tx_burst(port, 0, packets + done, (ushort)(count - done));
            }
        }
        return sent;
    }

    private static ulong TransmitSafe(Ring<Mbuf> pipe, TxQueue to, int size, ulong needed)
    {
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(size)]);
        ulong sent = 0;
        while (sent < needed)
        {
            int count = pipe.Dequeue(burst);
            if (count == 0)
            {
                continue;
            }
            sent += (uint)count;
            while (!burst.IsEmpty)
            {
                _ = to.Send(burst);
            }
        }
        return sent;
    }
}
