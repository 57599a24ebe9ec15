using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DpdkSharp.Extensions.Hosting;

/// <summary>
/// Runs EAL and the program's workers for as long as the host runs. One thread of its own is the main lcore: it starts EAL, sets the program up, launches the
/// workers, waits for them, and takes everything down again, since DPDK wants all of that from one thread.
/// </summary>
internal sealed partial class DpdkHostedService(
    IDpdkProgram program,
    IOptions<EalOptions> options,
    DpdkMetrics metrics,
    EalLogForwarder log,
    IHostApplicationLifetime lifetime,
    ILogger<DpdkHostedService> logger) : IHostedService, IDisposable
{
    private readonly StopRequest _stop = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile DpdkProgramContext? _context;
    private Thread? _thread;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // In the background, so that a worker that never returns does not keep the process once the host has given up.
        _thread = new Thread(Main) { Name = "DPDK main lcore", IsBackground = true };
        _thread.Start();
        return _started.Task.WaitAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_thread is null)
        {
            return;
        }
        _stop.Request();
        try
        {
            await _ended.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!_ended.Task.IsCompleted)
        {
            string running = string.Join(", ", (_context?.Workers ?? []).Where(static w => w.Lcore.IsRunning));
            LogNotStopped(running.Length == 0 ? "the main lcore" : running);
            throw;
        }
    }

    public void Dispose()
    {
        // Workers that did not return in time still read it.
        if (_ended.Task.IsCompleted)
        {
            _stop.Dispose();
        }
    }

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The thread's end must not be the process'; what was thrown is told by StartAsync, StopAsync and the log.")]
    private void Main()
    {
        var failures = new List<Exception>();
        try
        {
            using Eal eal = Eal.Initialize(log.Prepare(options.Value));
            log.ApplyLevels();
            var context = new DpdkProgramContext(eal, metrics, _stop);
            _context = context;
            try
            {
                program.Start(context);
                context.Close();
                RunWorkers(context);
            }
            catch (Exception e)
            {
                failures.Add(e);
            }
            failures.AddRange(context.DisposeResources());
        }
        catch (Exception e)
        {
            failures.Add(e);
        }
        End(failures);
    }

    private void RunWorkers(DpdkProgramContext context)
    {
        if (context.Workers.Count == 0)
        {
            throw new InvalidOperationException($"{program.GetType().Name} gave no lcore any work: call {nameof(DpdkProgramContext.AddWorker)} in {nameof(IDpdkProgram.Start)}.");
        }
        using var running = new CountdownEvent(context.Workers.Count);
        var jobs = new List<LcoreJob>();
        try
        {
            // The main lcore last: its work runs at once, on this thread.
            foreach (DpdkWorker worker in context.Workers.OrderBy(static w => w.Lcore.IsMain))
            {
                if (worker.Lcore.IsMain)
                {
                    Started(context);
                }
                jobs.Add(worker.Lcore.Launch(() => RunWorker(worker, running)));
            }
            Started(context);
            // Waiting for a job spins; this sleeps, and leaves the spinning a moment's work.
            running.Wait();
        }
        catch
        {
            // A launch was refused: those that run must end before anything is disposed.
            _stop.Request();
            LcoreJob.WaitAll(jobs);
            throw;
        }
        LcoreJob.WaitAll(jobs);
    }

    private void RunWorker(DpdkWorker worker, CountdownEvent running)
    {
        try
        {
            worker.Work(worker);
        }
        catch
        {
            // Without it the others would go on beside a gap.
            _stop.Request();
            throw;
        }
        finally
        {
            running.Signal();
        }
    }

    private void Started(DpdkProgramContext context)
    {
        if (_started.TrySetResult())
        {
            LogStarted(context.Workers);
        }
    }

    private void End(List<Exception> failures)
    {
        Exception? failure = failures.Count > 1 ? new AggregateException(failures) : failures.FirstOrDefault();
        if (failure is not null && _started.TrySetException(failure))
        {
            // The host's start tells it.
            _ended.TrySetResult();
            return;
        }
        bool asked = _stop.IsRequested && failure is null;
        if (failure is not null)
        {
            LogFailed(failure);
            _ended.TrySetException(failure);
        }
        else
        {
            LogEnded();
            _ended.TrySetResult();
        }
        if (!asked)
        {
            lifetime.StopApplication();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "EAL has started; workers run on {Workers}")]
    private partial void LogStarted(IEnumerable<DpdkWorker> workers);

    [LoggerMessage(Level = LogLevel.Information, Message = "All workers have returned, and EAL has ended")]
    private partial void LogEnded();

    [LoggerMessage(Level = LogLevel.Critical, Message = "The DPDK program failed; the host stops")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Lcores} did not stop in the time that the host gives: a poll loop must end soon after IsStopRequested")]
    private partial void LogNotStopped(string lcores);
}
