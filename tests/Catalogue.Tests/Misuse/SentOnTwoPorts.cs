// A packet is flooded to two transmit buffers without a clone.
// caught by: analyzer DPDK0004
// caught by: checked PacketOwnershipException "Use after send: the mbuf"
using TxBuffer left = Tx.CreateBuffer(8);
using TxBuffer right = Tx.CreateBuffer(8);
if (Pool.TryAllocate(out Mbuf packet))
{
    left.Add(packet);
    right.Add(packet); // <-- here
}
