// A packet that was freed is passed to another method.
// caught by: analyzer DPDK0003
// caught by: checked PacketOwnershipException "Use after free: the mbuf"
if (Pool.TryAllocate(out Mbuf packet))
{
    packet.Free();
    Log(packet); // <-- here
}

static void Log(Mbuf packet) => Console.WriteLine(packet.PacketLength);
