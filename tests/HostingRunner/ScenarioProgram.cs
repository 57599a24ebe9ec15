using DpdkSharp.Extensions.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace DpdkSharp.HostingScenarios;

/// <summary>The program of every scenario: one port of net_null, a pool and a ring, and the work that the scenario asks for.</summary>
internal sealed class ScenarioProgram(ScenarioName scenario, IConfiguration configuration, IHostApplicationLifetime lifetime) : IDpdkProgram
{
    private const int Packets = 1000;

    public void Start(DpdkProgramContext context)
    {
        PacketPool pool = context.Use(PacketPool.Create("packets", 1023, cacheSize: 0));
        EthDev port = context.Use(EthDev.Open(0));
        port.Configure(new EthDevOptions { RxPool = pool });
        port.Start();
        Ring<int> ring = context.Use(Ring<int>.Create("numbers", 16));
        _ = ring.TryEnqueue(1) && ring.TryEnqueue(2);
        Lcore worker = context.Eal.WorkerLcores[0];
        switch (scenario.Value)
        {
            case "start-fails":
                throw new InvalidOperationException("the cable is not plugged in");
            case "no-workers":
                return;
            case "two-on-one-lcore":
                context.AddWorker(worker, static _ => { });
                context.AddWorker(worker, static _ => { });
                return;
            case "worker-fails":
                context.AddWorker(worker, static _ => throw new InvalidOperationException("the worker lost its way"));
                // On the main lcore, beside it: asked to stop when the other fails.
                context.AddWorker(context.Eal.MainLcore, static w => w.StoppingToken.WaitHandle.WaitOne());
                return;
            case "ends-by-itself":
                context.AddWorker(worker, w => Receive(w, port));
                return;
            case "stuck":
                context.AddWorker(worker, static _ => Thread.Sleep(TimeSpan.FromSeconds(20)));
                lifetime.ApplicationStarted.Register(lifetime.StopApplication);
                return;
            case "leaks":
#pragma warning disable DPDK0002, DPDK0007 // To lose a packet is what the scenario is for.
                context.AddWorker(worker, _ => pool.TryAllocate(out Mbuf _));
#pragma warning restore DPDK0002, DPDK0007
                return;
            case "metrics":
                context.AddWorker(worker, w =>
                {
                    Receive(w, port);
                    MetricReader.WriteAll();
                });
                return;
            case "log":
                context.AddWorker(worker, _ => Log());
                return;
            default:
                context.AddWorker(worker, w =>
                {
                    while (!w.IsStopRequested)
                    {
                        w.Record(0);
                    }
                    // The metrics of a program that has ended have nothing of it; these are still there.
                    MetricReader.WriteAll();
                });
                lifetime.ApplicationStopped.Register(MetricReader.WriteAll);
                lifetime.ApplicationStarted.Register(lifetime.StopApplication);
                return;
        }
    }

    private static void Receive(DpdkWorker worker, EthDev port)
    {
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        worker.Record(0);
        while (worker.Packets < Packets)
        {
            worker.Record(port.RxQueues[0].Receive(burst));
            burst.Clear();
        }
    }

    private void Log()
    {
        EalLog.Write(EalLogLevel.Debug, "debug {of} user1");
        EalLog.Write(EalLogLevel.Notice, "notice");
        EalLog.Write(EalLogLevel.Critical, "critical");
        configuration["Logging:LogLevel:DpdkLog.user1"] = "Error";
        ((IConfigurationRoot)configuration).Reload();
        EalLog.Write(EalLogLevel.Warning, "not written any more");
        EalLog.Write(EalLogLevel.Error, "still written");
        foreach (EalLogComponent component in EalLog.Components.Where(static c => c.Name is "user1" or "lib.eal"))
        {
            Lines.Write("component", component.Name, component.Level.ToString());
        }
    }
}
