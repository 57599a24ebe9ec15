// What the device did not accept is forgotten: the burst is left without a Clear.
// caught by: analyzer DPDK0006
Arrive(4);
var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]); // <-- here
if (Rx.Receive(burst) > 0)
{
    int sent = Tx.Send(burst);
    Console.WriteLine(sent);
}
