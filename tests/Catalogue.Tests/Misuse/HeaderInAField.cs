// A header reference is kept in a class, beyond the packet.
// caught by: compiler CS8345
Console.WriteLine(new Flow());

internal sealed class Flow
{
    public HeaderRef<Ipv4Header> Header { get; set; } // <-- here
}
