using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>
/// Makes an ordinary .NET thread an lcore for as long as it lives: it gets a number, and with it a cache of its own in each
/// pool. Without it a thread allocates packets many times slower. Dispose of it on the same thread.
/// </summary>
public sealed class LcoreRegistration : IDisposable
{
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly string _name;
    private bool _disposed;

    private LcoreRegistration(int lcoreId)
    {
        LcoreId = lcoreId;
        _name = $"the registration of thread {_thread:D} as lcore {lcoreId:D}";
        Eal.Require().Children.Add(_name);
    }

    /// <summary>The number that the thread was given.</summary>
    public int LcoreId { get; }

    /// <summary>
    /// Registers the calling thread (<c>rte_thread_register</c>). From then on DPDK refuses secondary processes, and it fails
    /// where there is one already. A thread that awaits may go on as another one: register only threads of your own.
    /// </summary>
    /// <returns>The registration; dispose of it on this thread.</returns>
    /// <exception cref="InvalidOperationException">EAL is not running, or the thread is an lcore already.</exception>
    /// <exception cref="DpdkException">No lcore is free, or secondary processes are in use.</exception>
    public static LcoreRegistration Register()
    {
        _ = Eal.Require();
        if (Lcore.CurrentId is { } id)
        {
            throw new InvalidOperationException($"This thread is lcore {id:D} already.");
        }
        if (rte_thread_register() != 0)
        {
            int errno = rte_errno;
            const int NotSupported = 22;
            throw new DpdkException(
                "This thread could not be registered as an lcore",
                nameof(rte_thread_register),
                errno,
                errno == NotSupported
                    ? "DPDK cannot register threads while other processes share its memory: run with --no-shconf or --in-memory."
                    : $"At most {RTE_MAX_LCORE:D} lcores can exist: dispose of registrations that are no longer needed.");
        }
        return new LcoreRegistration((int)rte_lcore_id());
    }

    /// <summary>Gives the number back (<c>rte_thread_unregister</c>). Does nothing the second time.</summary>
    /// <exception cref="InvalidOperationException">The caller is another thread than the one that registered.</exception>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }
        if (Environment.CurrentManagedThreadId != _thread)
        {
            throw new InvalidOperationException($"Lcore {LcoreId:D} belongs to thread {_thread:D}; only that thread can give it back.");
        }
        _disposed = true;
        rte_thread_unregister();
        Eal.Current?.Children.Remove(_name);
    }
}
