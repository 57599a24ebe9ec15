// A header is used though TryGetHeader said that the packet has none.
// caught by: exception NullReferenceException "Object reference"
if (Pool.TryAllocate(out Mbuf packet))
{
    try
    {
        bool found = packet.TryGetHeader(0, out HeaderRef<EthernetHeader> ethernet);
        ethernet.Value.EtherType = found ? EtherType.Ipv4 : EtherType.Ipv6;
    }
    finally
    {
        packet.Free();
    }
}
