// A burst is kept across an await, while which other code runs on the thread.
// caught by: compiler CS4007
var burst = new PacketBurst(new Mbuf[PacketBurst.StorageFor(32)]);
Rx.Receive(burst);
await Task.Delay(1);
burst.Clear(); // <-- here
