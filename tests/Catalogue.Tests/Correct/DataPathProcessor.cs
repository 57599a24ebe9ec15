// A struct processor behind an interface that is marked as data path.
Arrive(4);
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
Rx.Receive(burst);
Console.WriteLine(Run(burst, new ShortOnes(100)));

static int Run<T>(PacketBurst burst, T processor)
    where T : struct, IProcessor
{
    int count = 0;
    foreach (Mbuf packet in burst)
    {
        count += processor.Wants(packet) ? 1 : 0;
    }
    return count;
}

[DataPath]
internal interface IProcessor
{
    bool Wants(Mbuf packet);
}

internal readonly struct ShortOnes(int limit) : IProcessor
{
    public bool Wants(Mbuf packet) => packet.PacketLength < limit;
}
