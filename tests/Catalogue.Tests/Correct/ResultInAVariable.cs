// Whether there is a packet is kept in a variable, and asked for later.
bool there = Pool.TryAllocate(out Mbuf packet);
if (there)
{
    packet.Port = 1;
}
Console.WriteLine(there);
if (there)
{
    packet.Free();
}
