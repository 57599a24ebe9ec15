// The same condition decides twice: what was freed under it is not touched under its opposite.
if (!Pool.TryAllocate(out Mbuf packet))
{
    return;
}
int length = packet.PacketLength;
if (length > 100)
{
    packet.Free();
}
Console.WriteLine(length);
if (length <= 100)
{
    packet.Free();
}
