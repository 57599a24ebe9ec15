// An array is freed from a wrong index on: one packet of it was sent and freed before.
// caught by: checked PacketOwnershipException "Double free: the mbuf"
var packets = new Mbuf[4];
for (int i = 0; i < packets.Length; i++)
{
    if (!Pool.TryAllocate(out packets[i]))
    {
        return;
    }
}
int sent = 2;
for (int i = 0; i <= sent; i++)
{
    packets[i].Free();
}
for (int i = sent; i < packets.Length; i++)
{
    packets[i].Free();
}
