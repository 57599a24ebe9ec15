// A flow table keeps the last packet of each flow, which was sent on its way and freed long ago.
// caught by: checked PacketOwnershipException "Use after free: the mbuf"
var lastOfFlow = new Dictionary<int, Mbuf>();
if (Pool.TryAllocate(out Mbuf packet))
{
    lastOfFlow[7] = packet;
    packet.Free();
}
Console.WriteLine(lastOfFlow[7].PacketLength);
