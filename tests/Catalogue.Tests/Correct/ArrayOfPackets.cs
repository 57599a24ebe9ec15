// An array of packets is filled and freed.
var packets = new Mbuf[8];
int count = 0;
while (count < packets.Length && Pool.TryAllocate(out packets[count]))
{
    count++;
}
for (int i = 0; i < count; i++)
{
    packets[i].Free();
}
