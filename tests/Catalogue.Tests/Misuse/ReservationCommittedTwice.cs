// A reservation of ring places is committed twice.
// caught by: exception InvalidOperationException "was committed or disposed before"
using Ring<ulong> ring = Ring<ulong>.Create(Name("ring"), 8, RingSyncMode.SingleThread, RingSyncMode.SingleThread);
using RingEnqueueReservation<ulong> places = ring.ReserveEnqueue(4);
places.Commit(4);
places.Commit(4);
