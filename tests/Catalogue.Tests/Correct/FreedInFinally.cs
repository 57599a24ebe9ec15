// A packet is freed in a finally block, whatever happens.
if (!Pool.TryAllocate(out Mbuf packet))
{
    return;
}
try
{
    if (packet.TryAppend(60, out Span<byte> bytes))
    {
        bytes.Fill(1);
    }
    Console.WriteLine(packet.PacketLength);
}
finally
{
    packet.Free();
}
