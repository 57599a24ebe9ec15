// A burst is kept in a class, beyond the stack that holds its packets.
// caught by: compiler CS8345
Console.WriteLine(new Worker());

internal sealed class Worker
{
    private PacketBurst _burst; // <-- here
}
