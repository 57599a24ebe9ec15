// After it is gone, a packet's handle is still a value: it can be compared.
if (Pool.TryAllocate(out Mbuf packet))
{
    Mbuf same = packet;
    packet.Free();
    Console.WriteLine(same == packet);
    Console.WriteLine(same.IsNull);
    Console.WriteLine(same.Equals(packet));
}
