// A helper takes the packet over: it sends it, or frees it.
using TxBuffer buffer = Tx.CreateBuffer(4);
if (Pool.TryAllocate(out Mbuf packet))
{
    SendOrFree(packet, buffer);
}

static void SendOrFree(Mbuf packet, TxBuffer buffer)
{
    if (packet.PacketLength > 1000)
    {
        packet.Free();
        return;
    }
    buffer.Add(packet);
}
