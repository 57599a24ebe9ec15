// In a loop a new burst is made on the storage of the last one, whose unsent packets are lost.
// caught by: analyzer DPDK0006
// caught by: exception "of its 511 packets are still out"
Arrive(8);
Span<Mbuf> storage = new Mbuf[PacketBurst.StorageFor(4)];
for (int i = 0; i < 2; i++)
{
    var burst = new PacketBurst(storage); // <-- here
    Rx.Receive(burst);
    if (i == 2)
    {
        Tx.Send(burst);
    }
}
