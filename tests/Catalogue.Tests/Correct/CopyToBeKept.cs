// A copy is kept while the packet goes on.
if (!Pool.TryAllocate(out Mbuf packet))
{
    return;
}
_ = packet.TryAppend(60, out _);
bool kept = packet.TryCopy(OtherPool, out Mbuf copy);
packet.Free();
if (kept)
{
    Console.WriteLine(copy.PacketLength);
    copy.Free();
}
