// Packets go through a ring in bulk; what it does not take is freed.
using Ring<Mbuf> ring = Ring<Mbuf>.Create(Name("ring"), 4, exactSize: true);
var packets = new Mbuf[6];
int made = 0;
while (made < packets.Length && Pool.TryAllocate(out packets[made]))
{
    made++;
}
int taken = ring.EnqueueBurst(packets.AsSpan(0, made));
foreach (Mbuf packet in packets.AsSpan(taken, made - taken))
{
    packet.Free();
}
ring.FreeAll();
