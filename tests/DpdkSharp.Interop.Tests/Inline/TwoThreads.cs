using System.Runtime.ExceptionServices;

namespace DpdkSharp.Interop.Tests.Inline;

/// <summary>Two threads that begin together.</summary>
internal static class TwoThreads
{
    /// <summary>Runs both to their end; a failure of one is thrown here.</summary>
    public static void Run(Action first, Action second)
    {
        using var start = new Barrier(2);
        Exception? failure = null;
        void Guarded(Action work)
        {
            _ = start.SignalAndWait(Timeout.Infinite);
            try
            {
                work();
            }
#pragma warning disable CA1031 // handed to the waiting thread
            catch (Exception e)
            {
                failure = e;
            }
#pragma warning restore CA1031
        }

        Thread[] threads = [new(() => Guarded(first)), new(() => Guarded(second))];
        Array.ForEach(threads, static t => t.Start());
        Array.ForEach(threads, static t => t.Join());
        if (failure != null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }
}
