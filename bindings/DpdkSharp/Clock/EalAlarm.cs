using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>
/// Runs a callback once, after a time, on EAL's interrupt thread (<c>rte_eal_alarm_set</c>). The callback must be short: other
/// alarms and device events wait for it. Dispose to cancel; disposing of an alarm that has fired does nothing.
/// </summary>
public sealed unsafe class EalAlarm : IDisposable
{
    // DPDK knows an alarm by a number that is never used again: cancelling one that has fired must not hit a later one.
    private static readonly ConcurrentDictionary<long, EalAlarm> s_pending = new();
    private static long s_last;

    private readonly Action _callback;
    private readonly long _number = Interlocked.Increment(ref s_last);
    private volatile bool _hasFired;
    private volatile Exception? _failure;

    private EalAlarm(Action callback)
    {
        _callback = callback;
    }

    /// <summary>True when the callback has run or begun to run.</summary>
    public bool HasFired => _hasFired;

    /// <summary>What the callback threw; null when it did not.</summary>
    public Exception? Failure => _failure;

    /// <summary>Sets an alarm.</summary>
    /// <param name="delay">When: 1 microsecond to about 5 years (what <c>rte_eal_alarm_set</c> takes).</param>
    /// <param name="callback">What to run. What it throws is kept in <see cref="Failure"/> and logged.</param>
    /// <returns>The alarm.</returns>
    /// <exception cref="InvalidOperationException">EAL is not running.</exception>
    /// <exception cref="DpdkException">EAL refused the delay.</exception>
    public static EalAlarm Set(TimeSpan delay, Action callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.FromMicroseconds(1));
        _ = Eal.Require();
        var alarm = new EalAlarm(callback);
        s_pending[alarm._number] = alarm;
        int result = rte_eal_alarm_set((ulong)delay.TotalMicroseconds, &OnAlarm, (void*)alarm._number);
        if (result < 0)
        {
            s_pending.TryRemove(alarm._number, out _);
            throw new DpdkException($"An alarm in {delay} could not be set", nameof(rte_eal_alarm_set), -result);
        }
        return alarm;
    }

    /// <summary>Cancels the alarm (<c>rte_eal_alarm_cancel</c>); waits for the callback when it is running on the other thread.</summary>
    public void Dispose()
    {
        _ = rte_eal_alarm_cancel(&OnAlarm, (void*)_number);
        s_pending.TryRemove(_number, out _);
    }

    [UnmanagedCallersOnly]
    private static void OnAlarm(void* argument)
    {
        if (!s_pending.TryRemove((long)argument, out EalAlarm? alarm))
        {
            return;
        }
        alarm._hasFired = true;
        try
        {
            alarm._callback();
        }
        catch (Exception e)
        {
            alarm._failure = e;
            EalLog.Deliver(EalLogLevel.Error, $"DpdkSharp: an alarm's callback failed: {e}");
        }
    }
}
