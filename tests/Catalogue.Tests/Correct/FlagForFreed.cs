// A flag remembers that the packet was freed; only then it is left alone.
if (!Pool.TryAllocate(out Mbuf packet))
{
    return;
}
bool gone = false;
if (!packet.TryAppend(3000, out _))
{
    packet.Free();
    gone = true;
}
if (!gone)
{
    packet.Free();
}
