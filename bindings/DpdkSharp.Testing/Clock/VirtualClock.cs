using System.Runtime.InteropServices;
using Microsoft.Extensions.Time.Testing;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Testing;

/// <summary>
/// A clock that stands still until it is told to go on. As a <see cref="TimeProvider"/> it serves a program's own code, timers included; as
/// <see cref="TestPortOptions.Clock"/> it stamps received packets; <see cref="Cycles"/> serves DPDK functions that take the time as a parameter, as meters do; and with
/// <see cref="TakeOverDelays"/> delays take no time.
/// </summary>
/// <remarks>
/// What DPDK reads itself cannot be replaced: <see cref="EalClock.Cycles"/>, <c>rte_timer</c> and alarms have the CPU's counter or the kernel's clock. A program that is to be tested with a virtual clock takes its time
/// from a <see cref="TimeProvider"/>, once a burst.
/// </remarks>
public sealed unsafe class VirtualClock : FakeTimeProvider
{
    private static VirtualClock? s_delays;

    private MbufTimestamp? _stamps;

    /// <summary>Makes a clock that shows the first moment of the year 2000, UTC.</summary>
    public VirtualClock()
    {
    }

    /// <summary>Makes a clock.</summary>
    /// <param name="start">What it shows.</param>
    public VirtualClock(DateTimeOffset start)
        : base(start)
    {
    }

    /// <summary>The time in nanoseconds since 1970 UTC, as captures have it. It moves in steps of 100 ns.</summary>
    public ulong Nanoseconds => (ulong)(GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * 100;

    /// <summary>The time in cycles of the frequency of DPDK's clock (<see cref="EalClock.Hertz"/>), since 1970 UTC; for <c>rte_meter_srtcm_color_blind_check</c> and the like.</summary>
    /// <exception cref="InvalidOperationException">EAL is not running.</exception>
    public ulong Cycles => EalClock.ToCycles(GetUtcNow() - DateTimeOffset.UnixEpoch);

    /// <summary>Goes forward to a time; does nothing when it is past.</summary>
    /// <param name="nanoseconds">Nanoseconds since 1970 UTC; before the year 10000.</param>
    public void AdvanceTo(ulong nanoseconds)
    {
        DateTimeOffset time = DateTimeOffset.UnixEpoch.AddTicks((long)(nanoseconds / 100));
        if (time > GetUtcNow())
        {
            SetUtcNow(time);
        }
    }

    /// <summary>
    /// Makes delays (<c>rte_delay_us</c>, and with it <see cref="EalClock.Delay"/> and the waits of drivers) go this clock forward in place of waiting
    /// (<c>rte_delay_us_callback_register</c>).
    /// </summary>
    /// <returns>Dispose of it to have them wait again.</returns>
    /// <exception cref="InvalidOperationException">EAL is not running, or a clock has taken them over already.</exception>
    public IDisposable TakeOverDelays()
    {
        if (Eal.Current is null)
        {
            throw new InvalidOperationException("EAL is not running: start it first (TestEal).");
        }
        return Interlocked.CompareExchange(ref s_delays, this, null) is null
            ? new Delays()
            : throw new InvalidOperationException("A clock has taken over the delays: give them back first.");
    }

    /// <summary>Writes the time into a packet, as a device that stamps what it receives.</summary>
    internal void Stamp(Mbuf packet)
    {
        _stamps ??= MbufTimestamp.Register();
        _stamps.Value.Set(packet, Nanoseconds);
    }

    [UnmanagedCallersOnly]
    private static void OnDelay(uint microseconds) => s_delays?.Advance(TimeSpan.FromMicroseconds(microseconds));

    /// <summary>The delays, as long as they are taken over.</summary>
    private sealed class Delays : IDisposable
    {
        private readonly delegate* unmanaged<uint, void> _own = *rte_delay_us_;
        private bool _disposed;

        public Delays() => rte_delay_us_callback_register(&OnDelay);

        public void Dispose()
        {
            if (!_disposed)
            {
                _disposed = true;
                rte_delay_us_callback_register(_own);
                s_delays = null;
            }
        }
    }
}
