// A header is made from another packet's as a template, and written into a new packet.
Arrive(1);
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
Rx.Receive(burst);
if (!burst[0].TryGetHeader(0, out HeaderRef<EthernetHeader> original))
{
    return;
}
EthernetHeader template = original.Value;
template.EtherType = EtherType.Arp;
if (Pool.TryAllocate(out Mbuf answer))
{
    if (answer.TryAppend(60, out _) && answer.TryWriteHeader(0, template) && burst.TryAdd(answer))
    {
        Tx.Send(burst);
    }
    else
    {
        answer.Free();
    }
}
