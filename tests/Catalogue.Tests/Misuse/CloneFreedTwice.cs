// A clone is freed by two owners: the bytes of the original go with it.
// caught by: checked PacketOwnershipException "Double free: the mbuf"
var owners = new List<Mbuf>();
if (!Pool.TryAllocate(out Mbuf packet))
{
    return;
}
if (packet.TryClone(OtherPool, out Mbuf clone))
{
    owners.Add(clone);
    owners.Add(clone);
}
packet.Free();
foreach (Mbuf owner in owners)
{
    owner.Free();
}
