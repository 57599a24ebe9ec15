// A packet is allocated, and a rare return forgets it.
// caught by: analyzer DPDK0002
// caught by: exception "1 of its 511 packets are still out"
// caught by: checked PacketOwnershipException "1 with the application (a handle), taken by Program.Main"
if (!Pool.TryAllocate(out Mbuf packet)) // <-- here
{
    return;
}
if (packet.TryAppend(60, out Span<byte> bytes))
{
    if (bytes.Length == 60)
    {
        return;
    }
}
packet.Free();
