// The same variable holds one packet after the other.
Mbuf packet;
for (int i = 0; i < 3; i++)
{
    if (!Pool.TryAllocate(out packet))
    {
        continue;
    }
    packet.Free();
    if (Pool.TryAllocate(out packet))
    {
        packet.Port = i;
        packet.Free();
    }
}
