using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>
/// A logical core of EAL: a thread that EAL has pinned to a CPU (or a set of them) and that runs one job at a time.
/// Members may be used from any thread, but only the main lcore launches.
/// </summary>
public sealed unsafe class Lcore
{
    private volatile LcoreJob? _job;

    private Lcore(int id)
    {
        Id = id;
    }

    /// <summary>Its number, 0 to <see cref="Dpdk.RTE_MAX_LCORE"/> - 1.</summary>
    public int Id { get; }

    /// <summary>True for the lcore that started EAL.</summary>
    public bool IsMain => (uint)Id == rte_get_main_lcore();

    /// <summary>Its NUMA node (<c>rte_lcore_to_socket_id</c>).</summary>
    public int SocketId => (int)rte_lcore_to_socket_id((uint)Id);

    /// <summary>True while a job runs on it (<c>rte_eal_get_lcore_state</c>).</summary>
    public bool IsRunning => IsMain ? _job is { IsCompleted: false } : rte_eal_get_lcore_state((uint)Id) == rte_lcore_state_t.RUNNING;

    /// <summary>The job that was launched last.</summary>
    internal LcoreJob? LastJob => _job;

    /// <summary>The number of the lcore that the calling thread is; null for a thread that is none (<c>rte_lcore_id</c>).</summary>
    public static int? CurrentId => rte_lcore_id() is var id && id == LCORE_ID_ANY ? null : (int)id;

    /// <summary>
    /// Starts a job on this lcore (<c>rte_eal_remote_launch</c>). On a worker it runs in the background; on the main lcore, the
    /// calling thread itself, it runs at once, pinned to its CPUs, and is done when the call returns.
    /// </summary>
    /// <param name="work">What to run. What it throws is thrown again by <see cref="LcoreJob.Wait"/>.</param>
    /// <returns>The job, to wait for.</returns>
    /// <exception cref="InvalidOperationException">The lcore is busy, or the caller is not the main lcore.</exception>
    public LcoreJob Launch(Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        _ = Eal.Require();
        if (CurrentId != (int)rte_get_main_lcore())
        {
            throw new InvalidOperationException($"Only the main lcore (the thread that called Eal.Initialize) can launch a job on {this}.");
        }
        var job = new LcoreJob(this, work);
        if (IsMain)
        {
            _job = job;
            ThreadAffinity before = ThreadAffinity.Current();
            ThreadAffinity.FromCpus(rte_lcore_cpuset((uint)Id)).Apply();
            try
            {
                job.Run();
            }
            finally
            {
                before.Apply();
            }
            return job;
        }
        if (rte_eal_get_lcore_state((uint)Id) != rte_lcore_state_t.WAIT)
        {
            throw new InvalidOperationException($"{this} is busy: wait for its job before launching another one.");
        }
        job.Start();
        _job = job;
        return job;
    }

    /// <inheritdoc/>
    public override string ToString() => $"lcore {Id:D}";

    internal static Lcore[] EnumerateAll()
    {
        var lcores = new List<Lcore>();
        for (uint id = 0; id < RTE_MAX_LCORE; id++)
        {
            if (rte_lcore_is_enabled(id) != 0)
            {
                lcores.Add(new Lcore((int)id));
            }
        }
        return [.. lcores];
    }
}
