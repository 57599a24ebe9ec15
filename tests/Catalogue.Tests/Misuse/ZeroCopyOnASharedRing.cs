// Places of a ring are reserved though several threads may add to it.
// caught by: exception InvalidOperationException "does not allow zero copy"
using Ring<ulong> ring = Ring<ulong>.Create(Name("ring"), 8);
using RingEnqueueReservation<ulong> places = ring.ReserveEnqueue(4);
