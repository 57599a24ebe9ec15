// One branch sends the packet, the other frees it.
using TxBuffer buffer = Tx.CreateBuffer(4);
for (int i = 0; i < 4; i++)
{
    if (!Pool.TryAllocate(out Mbuf packet))
    {
        continue;
    }
    if (i % 2 == 0)
    {
        buffer.Add(packet);
    }
    else
    {
        packet.Free();
    }
}
