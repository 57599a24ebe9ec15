// The null handle is given to a transmit buffer.
// caught by: exception ArgumentException "this is the null handle"
using TxBuffer buffer = Tx.CreateBuffer(8);
buffer.Add(default(Mbuf));
