using System.Runtime.InteropServices;

namespace DpdkSharp.Extensions.Hosting;

/// <summary>
/// The worker of an lcore as its poll loop sees it. <see cref="Record"/> is for the worker's own thread; the other members may be read from any.
/// </summary>
public sealed class DpdkWorker
{
    private readonly StopRequest _stop;
    private Counters _counters;

    internal DpdkWorker(Lcore lcore, Action<DpdkWorker> work, StopRequest stop)
    {
        Lcore = lcore;
        Work = work;
        _stop = stop;
    }

    /// <summary>Where it runs.</summary>
    public Lcore Lcore { get; }

    /// <summary>True when the poll loop should end: read it once a burst, it costs one load.</summary>
    public bool IsStopRequested => _stop.IsRequested;

    /// <summary>The same as a token, for what waits.</summary>
    public CancellationToken StoppingToken => _stop.Token;

    /// <summary>How often <see cref="Record"/> was called.</summary>
    public long Polls => _counters.Polls;

    /// <summary>The packets of all polls together.</summary>
    public long Packets => _counters.Packets;

    /// <summary>TSC cycles (<see cref="EalClock.Hertz"/>) spent on rounds that had packets.</summary>
    public ulong BusyCycles => _counters.BusyCycles;

    /// <summary>TSC cycles spent on rounds without a packet.</summary>
    public ulong IdleCycles => _counters.IdleCycles;

    internal Action<DpdkWorker> Work { get; }

    /// <summary>
    /// Tells what a round of the poll loop did; call it once a round, at its end, and the time since the last call is counted as busy or idle. It costs one
    /// reading of the TSC (<c>rte_rdtsc</c>) and four stores; a worker that never calls it has no load in the metrics.
    /// </summary>
    /// <param name="packets">How many packets the round handled; not negative.</param>
    public void Record(int packets)
    {
        ulong now = EalClock.Cycles;
        ref Counters counters = ref _counters;
        ulong spent = counters.Last == 0 ? 0 : now - counters.Last;
        counters.Last = now;
        counters.Polls++;
        if (packets > 0)
        {
            counters.Packets += packets;
            counters.BusyCycles += spent;
        }
        else
        {
            counters.IdleCycles += spent;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Lcore.ToString();

    // A cache line of their own, whatever the heap puts beside them: another lcore's counters must not share it.
    [StructLayout(LayoutKind.Explicit, Size = 192)]
    private struct Counters
    {
        [FieldOffset(64)]
        public ulong Last;

        [FieldOffset(72)]
        public long Polls;

        [FieldOffset(80)]
        public long Packets;

        [FieldOffset(88)]
        public ulong BusyCycles;

        [FieldOffset(96)]
        public ulong IdleCycles;
    }
}
