using System.Diagnostics;

namespace ForwarderApp;

/// <summary>Prints, on a thread of its own, how many packets went through.</summary>
public sealed class Statistics : IDisposable
{
    private readonly IReadOnlyList<Forwarder> _forwarders;
    private readonly Timer? _timer;
    private ulong _lastReceived;
    private long _lastTime = Stopwatch.GetTimestamp();

    public Statistics(IReadOnlyList<Forwarder> forwarders, TimeSpan interval)
    {
        _forwarders = forwarders;
        _timer = interval > TimeSpan.Zero ? new Timer(_ => Print(), null, interval, interval) : null;
    }

    /// <summary>All packets since the start.</summary>
    public string Totals => $"{Sum(static f => f.ReceivedCount)} packets received, {Sum(static f => f.SentCount)} sent, {Sum(static f => f.DroppedCount)} dropped";

    public void Dispose() => _timer?.Dispose();

    private void Print()
    {
        ulong received = Sum(static f => f.ReceivedCount);
        double seconds = Stopwatch.GetElapsedTime(_lastTime).TotalSeconds;
        Console.WriteLine($"{Totals}; {(received - _lastReceived) / seconds / 1e6:F3} million a second");
        _lastReceived = received;
        _lastTime = Stopwatch.GetTimestamp();
    }

    private ulong Sum(Func<Forwarder, ulong> value) => _forwarders.Aggregate(0UL, (sum, forwarder) => sum + value(forwarder));
}
