// A burst goes through a ring into another burst and back out.
Arrive(20);
using Ring<Mbuf> ring = Ring<Mbuf>.Create(Name("ring"), 16);
using var received = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
using var toSend = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
Rx.Receive(received);
ring.Enqueue(received);
received.Clear();
ring.Dequeue(toSend);
Tx.Send(toSend);
