// A packet is put into the rings of two workers, from an array.
// caught by: checked PacketOwnershipException "Use after enqueue: the mbuf"
using Ring<Mbuf> one = Ring<Mbuf>.Create(Name("one"), 8);
using Ring<Mbuf> two = Ring<Mbuf>.Create(Name("two"), 8);
var packets = new Mbuf[1];
if (!Pool.TryAllocate(out packets[0]))
{
    return;
}
try
{
    if (!one.TryEnqueue(packets[0]) || !two.TryEnqueue(packets[0]))
    {
        Console.WriteLine("full");
    }
}
finally
{
    one.FreeAll();
}
