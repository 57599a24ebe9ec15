// A helper returns a packet, or the null handle.
Mbuf packet = Make();
if (!packet.IsNull)
{
    packet.Free();
}

static Mbuf Make()
{
    if (Pool.TryAllocate(out Mbuf packet))
    {
        packet.Port = 2;
        return packet;
    }
    return default;
}
