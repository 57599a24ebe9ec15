// A packet is flooded: a clone for the one port, the packet itself for the other.
using TxBuffer left = Tx.CreateBuffer(4);
using TxBuffer right = Tx.CreateBuffer(4);
if (!Pool.TryAllocate(out Mbuf packet))
{
    return;
}
if (packet.TryClone(OtherPool, out Mbuf clone))
{
    left.Add(clone);
}
right.Add(packet);
