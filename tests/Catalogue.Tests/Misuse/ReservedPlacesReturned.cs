// The places of a ring are returned out of the method that reserved and commits them.
// caught by: compiler CS8168
using Ring<ulong> ring = Ring<ulong>.Create(Name("ring"), 8, RingSyncMode.SingleThread, RingSyncMode.SingleThread);
Span<ulong> places = Reserve(ring);
places[0] = 7;

static Span<ulong> Reserve(Ring<ulong> ring)
{
    using RingEnqueueReservation<ulong> reservation = ring.ReserveEnqueue(4);
    reservation.Commit(4);
    return reservation.First; // <-- here
}
