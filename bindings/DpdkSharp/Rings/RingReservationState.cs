namespace DpdkSharp;

/// <summary>
/// Tells whether a reservation on one side of a ring is still open. Both modes that allow reservations let one thread at a time have one, so
/// that the thread that holds it may write here; the number tells copies of a reservation that it was finished through another copy.
/// </summary>
internal sealed class RingReservationState
{
    private volatile int _thread;
    private int _number;

    /// <summary>A second reservation of the same thread would wait for the first one for ever, or tear the ring.</summary>
    public void ThrowIfOpen(string ring)
    {
        if (_thread == Environment.CurrentManagedThreadId)
        {
            throw new InvalidOperationException($"A reservation of {ring} is open on this thread: commit it or dispose of it first.");
        }
    }

    public int Open()
    {
        _number++;
        _thread = Environment.CurrentManagedThreadId;
        return _number;
    }

    public bool IsOpen(int number) => _thread == Environment.CurrentManagedThreadId && _number == number;

    /// <summary>To be called before the ring is told, while other threads still wait.</summary>
    public void Close() => _thread = 0;
}
