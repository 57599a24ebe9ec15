// The data path throws for a packet that it does not understand: anybody can send such packets.
// caught by: analyzer DPDK0010
if (Pool.TryAllocate(out Mbuf packet))
{
    Console.WriteLine(packet.TryAppend(64, out _) && IsIpv4(packet));
    packet.Free();
}

[DataPath]
static bool IsIpv4(Mbuf packet)
{
    if (!packet.TryReadHeader(0, out EthernetHeader ethernet))
    {
        throw new FormatException("No Ethernet header."); // <-- here
    }
    return ethernet.EtherType == EtherType.Ipv4;
}
