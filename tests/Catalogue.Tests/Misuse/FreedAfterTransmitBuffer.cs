// A packet waits in a transmit buffer and is freed by the code that put it there.
// caught by: analyzer DPDK0004
// caught by: checked PacketOwnershipException "Use after send: the mbuf"
using TxBuffer buffer = Tx.CreateBuffer(8);
if (Pool.TryAllocate(out Mbuf packet))
{
    buffer.Add(packet);
    packet.Free(); // <-- here
}
