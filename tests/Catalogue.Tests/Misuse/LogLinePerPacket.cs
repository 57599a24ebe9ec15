// The data path writes a line for each packet, to a terminal and with a new string.
// caught by: analyzer DPDK0008
// caught by: analyzer DPDK0009
Arrive(1);
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
Rx.Receive(burst);
Print(burst);

[DataPath]
static void Print(PacketBurst burst)
{
    foreach (Mbuf packet in burst)
    {
        Console.WriteLine( // <-- DPDK0009
            $"{packet.PacketLength} bytes"); // <-- DPDK0008
    }
}
