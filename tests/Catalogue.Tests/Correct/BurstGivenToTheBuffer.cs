// The whole burst goes into a transmit buffer.
Arrive(8);
using TxBuffer buffer = Tx.CreateBuffer(4);
var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
Rx.Receive(burst);
buffer.Add(burst);
buffer.Flush();
