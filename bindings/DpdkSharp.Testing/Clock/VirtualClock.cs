using Microsoft.Extensions.Time.Testing;

namespace DpdkSharp.Testing;

/// <summary>
/// A clock that stands still until it is told to go on. As a <see cref="TimeProvider"/> it serves a program's own code, timers included; as
/// <see cref="TestPortOptions.Clock"/> it stamps received packets; <see cref="Cycles"/> serves DPDK functions that take the time as a parameter, as meters do.
/// </summary>
/// <remarks>
/// DPDK's own time cannot be replaced: <see cref="EalClock.Cycles"/>, <c>rte_timer</c> and alarms read the CPU's counter or the kernel's clock. A program that is to be tested with a virtual clock takes its time
/// from a <see cref="TimeProvider"/>, once a burst.
/// </remarks>
public sealed class VirtualClock : FakeTimeProvider
{
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

    /// <summary>Writes the time into a packet, as a device that stamps what it receives.</summary>
    internal unsafe void Stamp(Mbuf packet)
    {
        _stamps ??= MbufTimestamp.Register();
        _stamps.Value.Set(packet, Nanoseconds);
    }
}
