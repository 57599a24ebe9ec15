using DpdkSharp;
using DpdkSharp.Headers;
using DpdkSharp.Testing;

namespace Consumer.Tests;

public sealed class PortTests
{
    [Fact]
    public void A_packet_goes_through_the_program()
    {
        using TestPort port = TestPort.Create();
        PacketBuilder question = Packet.Ethernet().Ipv4("192.0.2.1", "198.51.100.1").Udp(4000, 53).Payload("question");
        port.Inject(question);

        Echo(port.Device);

        PacketAssert.Equal([question.ToPacket().With((ref EthernetHeader ethernet) => ethernet.SwapAddresses())], port.TakeAll());
    }

    [Fact]
    public void The_C_shim_is_there()
    {
        Assert.Equal(8u, DpdkSharp.Interop.DpdkShim.rte_bsf64(0x100));
    }

    private static void Echo(EthDev port)
    {
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        _ = port.RxQueues[0].Receive(burst);
        foreach (Mbuf packet in burst)
        {
            if (packet.TryGetHeader(0, out HeaderRef<EthernetHeader> ethernet))
            {
                ethernet.Value.SwapAddresses();
            }
        }
        port.TxQueues[0].Send(burst);
        burst.Clear();
    }
}
