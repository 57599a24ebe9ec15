using System.Runtime.InteropServices;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>
/// Runs a callback once, after a time, on EAL's interrupt thread (<c>rte_eal_alarm_set</c>). The callback must be short: other
/// alarms and device events wait for it. Dispose to cancel; disposing of an alarm that has fired does nothing.
/// </summary>
public sealed unsafe class EalAlarm : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Action _callback;
    private GCHandle _handle;
    private nint _argument;

    private EalAlarm(Action callback)
    {
        _callback = callback;
    }

    /// <summary>True when the callback has run or begun to run.</summary>
    public bool HasFired { get; private set; }

    /// <summary>What the callback threw; null when it did not.</summary>
    public Exception? Failure { get; private set; }

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
        alarm._handle = GCHandle.Alloc(alarm);
        alarm._argument = GCHandle.ToIntPtr(alarm._handle);
        int result = rte_eal_alarm_set((ulong)delay.TotalMicroseconds, &OnAlarm, (void*)alarm._argument);
        if (result < 0)
        {
            alarm._handle.Free();
            throw new DpdkException($"An alarm in {delay} could not be set", nameof(rte_eal_alarm_set), -result);
        }
        return alarm;
    }

    /// <summary>Cancels the alarm (<c>rte_eal_alarm_cancel</c>); waits for the callback when it is running on the other thread.</summary>
    public void Dispose()
    {
        // Outside the lock: cancelling waits for the callback, and the callback takes the lock.
        _ = rte_eal_alarm_cancel(&OnAlarm, (void*)_argument);
        Release();
    }

    [UnmanagedCallersOnly]
    private static void OnAlarm(void* argument)
    {
        var alarm = (EalAlarm)GCHandle.FromIntPtr((nint)argument).Target!;
        alarm.HasFired = true;
        try
        {
            alarm._callback();
        }
        catch (Exception e)
        {
            alarm.Failure = e;
            EalLog.Deliver(EalLogLevel.Error, $"DpdkSharp: an alarm's callback failed: {e}");
        }
        finally
        {
            alarm.Release();
        }
    }

    private void Release()
    {
        lock (_lock)
        {
            if (_handle.IsAllocated)
            {
                _handle.Free();
            }
        }
    }
}
