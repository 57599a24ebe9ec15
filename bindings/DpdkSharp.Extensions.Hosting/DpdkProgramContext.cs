using System.Diagnostics.CodeAnalysis;

namespace DpdkSharp.Extensions.Hosting;

/// <summary>What a program sets up with. Use it on the main lcore, within <see cref="IDpdkProgram.Start"/>.</summary>
public sealed class DpdkProgramContext
{
    private readonly DpdkMetrics _metrics;
    private readonly StopRequest _stop;
    private readonly Stack<IDisposable> _resources = [];
    private readonly List<DpdkWorker> _workers = [];
    private bool _closed;

    internal DpdkProgramContext(Eal eal, DpdkMetrics metrics, StopRequest stop)
    {
        Eal = eal;
        _metrics = metrics;
        _stop = stop;
    }

    /// <summary>The EAL that was started. The host disposes of it.</summary>
    public Eal Eal { get; }

    /// <summary>Cancelled when the host stops, or when a worker has failed.</summary>
    public CancellationToken StoppingToken => _stop.Token;

    internal IReadOnlyList<DpdkWorker> Workers => _workers;

    /// <summary>
    /// Hands a pool, a port or another resource to the host. It is disposed when all workers have returned: last given, first disposed.
    /// Ports and packet pools are measured until then (<see cref="DpdkMetrics"/>).
    /// </summary>
    /// <typeparam name="T">The resource's type.</typeparam>
    /// <param name="resource">The resource.</param>
    /// <returns>The resource.</returns>
    /// <exception cref="InvalidOperationException">The program was set up already.</exception>
    public T Use<T>(T resource)
        where T : IDisposable
    {
        ArgumentNullException.ThrowIfNull(resource);
        ThrowIfClosed();
        _resources.Push(resource);
        switch (resource)
        {
            case EthDev port:
                _resources.Push(_metrics.Observe(port));
                break;
            case PacketPool pool:
                _resources.Push(_metrics.Observe(pool));
                break;
        }
        return resource;
    }

    /// <summary>Hands a ring to the host, as <see cref="Use{T}(T)"/> does; its fill is measured.</summary>
    /// <typeparam name="T">What is in the ring.</typeparam>
    /// <param name="ring">The ring.</param>
    /// <returns>The ring.</returns>
    /// <exception cref="InvalidOperationException">The program was set up already.</exception>
    public Ring<T> Use<T>(Ring<T> ring)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(ring);
        ThrowIfClosed();
        _resources.Push(ring);
        _resources.Push(_metrics.Observe(ring));
        return ring;
    }

    /// <summary>
    /// Gives an lcore its work. It begins when <see cref="IDpdkProgram.Start"/> has returned. The work polls until
    /// <see cref="DpdkWorker.IsStopRequested"/>; when it throws, all others are asked to stop, and so is the host. When all workers have
    /// returned by themselves, the host stops as well.
    /// </summary>
    /// <param name="lcore">Where it runs; the main lcore may have work too.</param>
    /// <param name="work">The poll loop.</param>
    /// <exception cref="ArgumentException">The lcore has work already.</exception>
    /// <exception cref="InvalidOperationException">The program was set up already.</exception>
    public void AddWorker(Lcore lcore, Action<DpdkWorker> work)
    {
        ArgumentNullException.ThrowIfNull(lcore);
        ArgumentNullException.ThrowIfNull(work);
        ThrowIfClosed();
        if (_workers.Exists(w => w.Lcore.Id == lcore.Id))
        {
            throw new ArgumentException($"{lcore} has work already: an lcore runs one worker.", nameof(lcore));
        }
        var worker = new DpdkWorker(lcore, work, _stop);
        _workers.Add(worker);
        _resources.Push(_metrics.Observe(worker));
    }

    /// <summary>From now on nothing can be added: what is added later would never begin, or never be disposed.</summary>
    internal void Close() => _closed = true;

    /// <summary>Disposes of everything that was given, also when some of it refuses.</summary>
    /// <returns>What was thrown.</returns>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "All of it is told to the caller; the others must be disposed all the same.")]
    internal IReadOnlyList<Exception> DisposeResources()
    {
        var failures = new List<Exception>();
        while (_resources.TryPop(out IDisposable? resource))
        {
            try
            {
                resource.Dispose();
            }
            catch (Exception e)
            {
                failures.Add(e);
            }
        }
        return failures;
    }

    private void ThrowIfClosed()
    {
        if (_closed)
        {
            throw new InvalidOperationException("The program was set up already: add workers and resources within IDpdkProgram.Start.");
        }
    }
}
