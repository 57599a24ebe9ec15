// Places of a ring are reserved and never committed: nothing more gets in, and other producers wait for ever.
// caught by: analyzer DPDK0014
// caught by: exception InvalidOperationException "commit it or dispose of it first"
using Ring<ulong> ring = Ring<ulong>.Create(Name("ring"), 8, RingSyncMode.SingleThread, RingSyncMode.SingleThread);
RingEnqueueReservation<ulong> places = ring.ReserveEnqueue(4); // <-- here
places.First[0] = 7;
using RingEnqueueReservation<ulong> more = ring.ReserveEnqueue(4);
