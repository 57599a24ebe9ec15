// A helper makes a packet and hands it out; on failure it has freed what it had.
if (TryMake(60, out Mbuf packet))
{
    packet.Free();
}

static bool TryMake(int length, out Mbuf packet)
{
    if (!Pool.TryAllocate(out packet))
    {
        return false;
    }
    if (!packet.TryAppend(length, out Span<byte> bytes))
    {
        packet.Free();
        packet = default;
        return false;
    }
    bytes.Clear();
    return true;
}
