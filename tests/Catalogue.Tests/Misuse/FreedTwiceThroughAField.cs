// A table frees the packet that it keeps when it is disposed, and so did the code that took it out.
// caught by: checked PacketOwnershipException "Double free: the mbuf"
using var table = new Table();
if (Pool.TryAllocate(out Mbuf packet))
{
    table.Keep(packet);
    table.Kept.Free();
}

internal sealed class Table : IDisposable
{
    public Mbuf Kept { get; private set; }

    public void Keep(Mbuf packet) => Kept = packet;

    public void Dispose() => Kept.Free();
}
