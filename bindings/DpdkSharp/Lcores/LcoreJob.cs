using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>A job on an lcore. Wait for it before EAL is disposed; waiting tells whether it failed.</summary>
public sealed unsafe class LcoreJob
{
    private readonly Action _work;
    private ExceptionDispatchInfo? _failure;
    private volatile bool _completed;

    internal LcoreJob(Lcore lcore, Action work)
    {
        Lcore = lcore;
        _work = work;
    }

    /// <summary>Where it runs.</summary>
    public Lcore Lcore { get; }

    /// <summary>True when the work has returned or thrown.</summary>
    public bool IsCompleted => _completed;

    /// <summary>Waits until the work has returned (<c>rte_eal_wait_lcore</c>). Call it on the main lcore; a second call returns at once.</summary>
    /// <exception cref="Exception">What the work threw, with its own stack trace.</exception>
    public void Wait()
    {
        // The lcore may run a later job by now; then this one is done.
        if (!Lcore.IsMain && ReferenceEquals(Lcore.LastJob, this))
        {
            _ = rte_eal_wait_lcore((uint)Lcore.Id);
        }
        _failure?.Throw();
    }

    /// <summary>Waits for several jobs, all of them even when one has failed.</summary>
    /// <param name="jobs">The jobs.</param>
    /// <exception cref="AggregateException">More than one job failed; it holds what each threw.</exception>
    /// <exception cref="Exception">What the one job that failed threw.</exception>
    public static void WaitAll(IEnumerable<LcoreJob> jobs)
    {
        ArgumentNullException.ThrowIfNull(jobs);
        var failures = new List<Exception>();
        foreach (LcoreJob job in jobs)
        {
            try
            {
                job.Wait();
            }
            catch (Exception e)
            {
                failures.Add(e);
            }
        }
        switch (failures.Count)
        {
            case 0:
                return;
            case 1:
                ExceptionDispatchInfo.Throw(failures[0]);
                return;
            default:
                throw new AggregateException(failures);
        }
    }

    internal void Start()
    {
        nint handle = GCHandle.ToIntPtr(GCHandle.Alloc(this));
        int result = rte_eal_remote_launch(&Entry, (void*)handle, (uint)Lcore.Id);
        if (result < 0)
        {
            GCHandle.FromIntPtr(handle).Free();
            throw new DpdkException($"No job could be launched on {Lcore}", nameof(rte_eal_remote_launch), -result, "Wait for the job that runs there first.");
        }
    }

    internal void Run()
    {
        try
        {
            _work();
        }
        catch (Exception e)
        {
            _failure = ExceptionDispatchInfo.Capture(e);
        }
        finally
        {
            _completed = true;
        }
    }

    [UnmanagedCallersOnly]
    private static int Entry(void* argument)
    {
        GCHandle handle = GCHandle.FromIntPtr((nint)argument);
        var job = (LcoreJob)handle.Target!;
        handle.Free();
        job.Run();
        return job._failure is null ? 0 : -1;
    }
}
