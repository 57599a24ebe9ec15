// Two lcores free the same packet, which both got by reference.
// caught by: checked PacketOwnershipException "Double free: the mbuf"
var shared = new Mbuf[1];
if (Pool.TryAllocate(out shared[0]))
{
    Worker.Launch(() => shared[0].Free()).Wait();
    shared[0].Free();
}
