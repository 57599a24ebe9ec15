using DpdkSharp;
using DpdkSharp.Headers;
using DpdkSharp.Testing;

namespace PacketTests;

/// <summary>Shows how a test goes: packets in, the program's step, packets out. Put your program in the place of Echo.</summary>
public sealed class EchoTests
{
    [Fact]
    public void A_question_comes_back_to_who_asked()
    {
        using TestPort port = TestPort.Create();
        PacketBuilder question = Packet.Ethernet().Ipv4("192.0.2.1", "198.51.100.1").Udp(4000, 53).Payload("question");
        port.Inject(question);

        Assert.Equal(1, Echo(port.Device));

        PacketAssert.Equal([question.ToPacket().With((ref EthernetHeader ethernet) => ethernet.SwapAddresses())], port.TakeAll());
    }

    private static int Echo(EthDev port)
    {
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        int received = port.RxQueues[0].Receive(burst);
        foreach (Mbuf packet in burst)
        {
            if (packet.TryGetHeader(0, out HeaderRef<EthernetHeader> ethernet))
            {
                ethernet.Value.SwapAddresses();
            }
        }
        port.TxQueues[0].Send(burst);
        burst.Clear();
        return received;
    }
}
