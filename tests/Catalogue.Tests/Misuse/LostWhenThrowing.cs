// An exception is thrown while the method owns a packet.
// caught by: analyzer DPDK0002
// caught by: exception FormatException "too short"
if (!Pool.TryAllocate(out Mbuf packet)) // <-- here
{
    return;
}
if (packet.PacketLength < 60)
{
    throw new FormatException("The packet is too short.");
}
packet.Free();
