// A packet is changed after it was given to a transmit buffer, which may have sent it.
// caught by: analyzer DPDK0003
// caught by: checked PacketOwnershipException "Use after send: the mbuf"
using TxBuffer buffer = Tx.CreateBuffer(8);
if (Pool.TryAllocate(out Mbuf packet))
{
    buffer.Add(packet);
    packet.VlanTci = 7; // <-- here
}
