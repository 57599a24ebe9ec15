// The data path makes an array for each packet.
// caught by: analyzer DPDK0008
Arrive(1);
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
Rx.Receive(burst);
Console.WriteLine(Sum(burst));

[DataPath]
static int Sum(PacketBurst burst)
{
    int sum = 0;
    foreach (Mbuf packet in burst)
    {
        byte[] bytes = new byte[packet.PacketLength]; // <-- here
        sum += packet.TryRead(0, bytes) ? bytes[0] : 0;
    }
    return sum;
}
