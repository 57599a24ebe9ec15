using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace DpdkSharp.Interop.Tests.Inline;

/// <summary>Threads that begin together.</summary>
internal static class Threads
{
    /// <summary>Runs all to their end; a failure of one is thrown here.</summary>
    public static void Run(params Action[] work)
    {
        using var start = new Barrier(work.Length);
        var failures = new ConcurrentQueue<Exception>();
        void Guarded(Action action)
        {
            _ = start.SignalAndWait(Timeout.Infinite);
            try
            {
                action();
            }
#pragma warning disable CA1031 // handed to the waiting thread
            catch (Exception e)
            {
                failures.Enqueue(e);
            }
#pragma warning restore CA1031
        }

        Thread[] threads = [.. work.Select(w => new Thread(() => Guarded(w)))];
        Array.ForEach(threads, static t => t.Start());
        Array.ForEach(threads, static t => t.Join());
        if (failures.TryPeek(out Exception? first))
        {
            ExceptionDispatchInfo.Throw(first);
        }
    }
}
