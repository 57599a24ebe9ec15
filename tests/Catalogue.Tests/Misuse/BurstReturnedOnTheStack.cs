// A method returns a burst whose storage is on its own stack.
// caught by: compiler CS8352
using PacketBurst burst = Receive();

static PacketBurst Receive()
{
    var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
    Rx.Receive(burst);
    return burst; // <-- here
}
