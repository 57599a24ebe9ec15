// A header reference is used after its burst was cleared.
// caught by: analyzer DPDK0005
Arrive(1);
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
if (Rx.Receive(burst) == 0 || !burst[0].TryGetHeader(0, out HeaderRef<EthernetHeader> ethernet))
{
    return;
}
burst.Clear();
Console.WriteLine(ethernet.Value.EtherType); // <-- here
