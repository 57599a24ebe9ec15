using System.Diagnostics;

namespace DpdkSharp.Faults;

/// <summary>Traffic, faults one after the other, a thread that forces collections all the while, and the account at the end.</summary>
internal sealed class FaultSession(Eal eal)
{
    // A machine that has other things to do gets as many faults, later.
    private const int FewestFaults = 3;

    private readonly Dictionary<string, int> _happened = new(StringComparer.Ordinal);
    private readonly Stopwatch _clock = new();
    private long _handled;
    private long _dropped;
    private long _collections;
    private TimeSpan _busy;

    private readonly DateTime _begin = DateTime.UtcNow;

    public long LostCount { get; private set; }

    /// <summary>What was seen. The rate is that of the time in which the lcores had a CPU: others may want it too.</summary>
    public string Summary =>
        $"packets handled={_handled} lost={LostCount} dropped-and-counted={_dropped} rate={_handled / _busy.TotalSeconds / 1e6:F1}Mpps "
        + $"faults={string.Join(',', _happened.Select(static h => $"{h.Key}:{h.Value}"))} collections={_collections} checked={(CheckedMode.IsEnabled ? "on" : "off")} "
        + $"wall-clock-moved={(DateTime.UtcNow - _begin - _clock.Elapsed).TotalSeconds:F0}s";

    public void Run(IReadOnlyList<Fault> faults, TimeSpan duration, CancellationToken stop)
    {
        var traffic = new Traffic(eal);
        _clock.Start();
        using var end = new CancellationTokenSource();
        var collector = new Thread(() =>
        {
            while (!end.IsCancellationRequested)
            {
                GC.Collect();
                _collections++;
                Thread.Sleep(1);
            }
        })
        { IsBackground = true };
        collector.Start();
        try
        {
            Console.WriteLine("traffic flows");
            for (int next = 0; _clock.Elapsed < duration || next < FewestFaults; next++)
            {
                traffic.Fill();
                Flow(traffic, stop);
                if (stop.IsCancellationRequested)
                {
                    break;
                }
                Fault fault = faults[next % faults.Count];
                fault.Happen(traffic);
                _happened[fault.Name] = _happened.GetValueOrDefault(fault.Name) + 1;
            }
        }
        finally
        {
            end.Cancel();
            collector.Join();
            _clock.Stop();
            traffic.Dispose();
        }
        (_handled, _dropped, LostCount, _busy) = (traffic.HandledCount, traffic.DroppedCount, traffic.LostCount, traffic.BusyTime);
    }

    // Packets must go on after each fault.
    private static void Flow(Traffic traffic, CancellationToken stop)
    {
        long before = traffic.HandledCount;
        _ = stop.WaitHandle.WaitOne(50);
        traffic.ThrowIfWorkerFailed();
        var patience = Stopwatch.StartNew();
        while (traffic.HandledCount == before && !stop.IsCancellationRequested)
        {
            if (patience.Elapsed > TimeSpan.FromSeconds(10))
            {
                throw new InvalidOperationException("No packet has moved for 10 seconds.");
            }
            traffic.Fill();
            Thread.Sleep(1);
        }
    }
}
