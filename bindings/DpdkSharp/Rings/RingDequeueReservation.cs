using System.Diagnostics.CodeAnalysis;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>
/// Elements of a ring, to be looked at in place: first <see cref="First"/>, then <see cref="Second"/>, which begins where the ring's memory starts
/// again. <see cref="Commit"/> takes the first ones out of the ring; disposing without that leaves all in it. Copies of the value are the same reservation.
/// </summary>
/// <typeparam name="T">What the ring holds.</typeparam>
public readonly unsafe ref struct RingDequeueReservation<T> : IDisposable
    where T : unmanaged
{
    private readonly Ring<T>? _ring;
    private readonly int _number;

    internal RingDequeueReservation(Ring<T> ring, int number, scoped in rte_ring_zc_data places, int count)
    {
        _ring = ring;
        _number = number;
        First = new ReadOnlySpan<T>(places.ptr1, (int)places.n1);
        Second = new ReadOnlySpan<T>(places.ptr2, count - (int)places.n1);
    }

    /// <summary>The elements that were added first. Packets among them are the ring's until they are committed.</summary>
    [UnscopedRef]
    public ReadOnlySpan<T> First { get; }

    /// <summary>The elements after those; empty as a rule.</summary>
    [UnscopedRef]
    public ReadOnlySpan<T> Second { get; }

    /// <summary>How many elements were reserved.</summary>
    public int Count => First.Length + Second.Length;

    /// <summary>Takes the first elements out of the ring (<c>rte_ring_dequeue_zc_elem_finish</c>) and leaves the others in it. Packets among those taken are the caller's. The spans must not be used any more; the compiler does not let them out of the scope of the reservation.</summary>
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
        if (!_ring.DequeueState.IsOpen(_number))
        {
            throw new InvalidOperationException($"This reservation of {_ring} was committed or disposed before.");
        }
        Finish(count);
    }

    /// <summary>Leaves the elements in the ring, unless they were committed.</summary>
    public void Dispose()
    {
        if (_ring is not null && _ring.DequeueState.IsOpen(_number))
        {
            Finish(0);
        }
    }

    private void Finish(int count)
    {
        if (Ring<T>.IsChecked && count > 0)
        {
            // Before others may write over the places.
            Tell(First[..Math.Min(count, First.Length)]);
            Tell(Second[..Math.Max(count - First.Length, 0)]);
        }
        _ring!.DequeueState.Close();
        rte_ring_dequeue_zc_elem_finish(_ring.Pointer, (uint)count);
    }

    private void Tell(ReadOnlySpan<T> elements)
    {
        fixed (T* packets = elements)
        {
            PacketLedger.Dequeued(_ring!.LedgerOwner, packets, elements.Length, LedgerKind.Handle);
        }
    }
}
