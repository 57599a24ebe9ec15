using System.Diagnostics.CodeAnalysis;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>
/// Free places of a ring, to be filled in place: first <see cref="First"/>, then <see cref="Second"/>, which begins where the ring's memory starts
/// again. <see cref="Commit"/> adds the first ones to the ring; disposing without that gives all back. Copies of the value are the same reservation.
/// </summary>
/// <typeparam name="T">What the ring holds.</typeparam>
public readonly unsafe ref struct RingEnqueueReservation<T> : IDisposable
    where T : unmanaged
{
    private readonly Ring<T>? _ring;
    private readonly int _number;

    internal RingEnqueueReservation(Ring<T> ring, int number, scoped in rte_ring_zc_data places, int count)
    {
        _ring = ring;
        _number = number;
        First = new Span<T>(places.ptr1, (int)places.n1);
        Second = new Span<T>(places.ptr2, count - (int)places.n1);
    }

    /// <summary>The first places; what they hold is of no meaning.</summary>
    [UnscopedRef]
    public Span<T> First { get; }

    /// <summary>The places after those; empty as a rule.</summary>
    [UnscopedRef]
    public Span<T> Second { get; }

    /// <summary>How many places were reserved.</summary>
    public int Count => First.Length + Second.Length;

    /// <summary>Adds the first places to the ring (<c>rte_ring_enqueue_zc_elem_finish</c>) and gives the others back. The spans must not be used any more; the compiler does not let them out of the scope of the reservation.</summary>
    /// <param name="count">How many: 0 to <see cref="Count"/>.</param>
    /// <exception cref="InvalidOperationException">The reservation was committed or disposed before.</exception>
    public void Commit(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        if (_ring is null)
        {
            return;
        }
        if (!_ring.EnqueueState.IsOpen(_number))
        {
            throw new InvalidOperationException($"This reservation of {_ring} was committed or disposed before.");
        }
        Finish(count);
    }

    /// <summary>Gives the places back, unless they were committed.</summary>
    public void Dispose()
    {
        if (_ring is not null && _ring.EnqueueState.IsOpen(_number))
        {
            Finish(0);
        }
    }

    private void Finish(int count)
    {
        if (Ring<T>.IsChecked && count > 0)
        {
            // A violation leaves the reservation open; disposing of it gives the places back.
            Tell(First[..Math.Min(count, First.Length)]);
            Tell(Second[..Math.Max(count - First.Length, 0)]);
        }
        _ring!.EnqueueState.Close();
        rte_ring_enqueue_zc_elem_finish(_ring.Pointer, (uint)count);
    }

    private void Tell(ReadOnlySpan<T> elements)
    {
        fixed (T* packets = elements)
        {
            PacketLedger.Enqueue(_ring!.LedgerOwner, packets, elements.Length, LedgerKind.Handle);
        }
    }
}
