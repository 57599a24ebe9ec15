// Packets are put into a ring in place.
using Ring<Mbuf> ring = Ring<Mbuf>.Create(Name("ring"), 8, RingSyncMode.SingleThread, RingSyncMode.SingleThread);
using (RingEnqueueReservation<Mbuf> places = ring.ReserveEnqueue(4))
{
    int filled = 0;
    while (filled < places.First.Length && Pool.TryAllocate(out places.First[filled]))
    {
        filled++;
    }
    places.Commit(filled);
}
ring.FreeAll();
