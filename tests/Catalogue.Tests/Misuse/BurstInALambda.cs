// A burst is used in a lambda that another lcore will run.
// caught by: compiler CS8175
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
Worker.Launch(() => Rx.Receive(burst)).Wait(); // <-- here
