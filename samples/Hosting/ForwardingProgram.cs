using DpdkSharp.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DpdkSharp.Samples.Hosting;

/// <summary>Forwards between ports 0 and 1, 2 and 3, …; each pair is the work of one lcore.</summary>
internal sealed partial class ForwardingProgram(ILogger<ForwardingProgram> logger) : IDpdkProgram
{
    public void Start(DpdkProgramContext context)
    {
        IReadOnlyList<int> ids = EthDev.PortIds;
        if (ids.Count == 0 || ids.Count % 2 != 0)
        {
            throw new InvalidOperationException($"An even number of ports is needed; there are {ids.Count}. {(ids.Count == 0 ? EthDev.NoPortsReason : string.Empty)}");
        }
        PacketPool pool = context.Use(PacketPool.Create("packets", 8191));
        EthDev[] ports = [.. ids.Select(id => context.Use(EthDev.Open(id)))];
        foreach (EthDev port in ports)
        {
            port.Configure(new EthDevOptions { RxPool = pool });
            port.Start();
            LogPort(port);
        }
        // The workers first: the main lcore has the program's other duties.
        var lcores = new Queue<Lcore>([.. context.Eal.WorkerLcores, context.Eal.MainLcore]);
        foreach (EthDev[] pair in ports.Chunk(2))
        {
            if (!lcores.TryDequeue(out Lcore? lcore))
            {
                throw new InvalidOperationException($"{ports.Length} ports need {ports.Length / 2} lcores; there are {context.Eal.Lcores.Count}. Set Dpdk:Lcores.");
            }
            context.AddWorker(lcore, worker => Forward(worker, pair[0], pair[1]));
        }
    }

    private static void Forward(DpdkWorker worker, EthDev left, EthDev right)
    {
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        while (!worker.IsStopRequested)
        {
            worker.Record(Move(burst, left.RxQueues[0], right.TxQueues[0]) + Move(burst, right.RxQueues[0], left.TxQueues[0]));
        }
    }

    [DataPath]
    private static int Move(PacketBurst burst, RxQueue from, TxQueue to)
    {
        int received = from.Receive(burst);
        if (received > 0)
        {
            to.Send(burst);
            // What the port does not take is dropped.
            burst.Clear();
        }
        return received;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Port} has started")]
    private partial void LogPort(EthDev port);
}
