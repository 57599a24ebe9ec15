// What a user's program does with each part of the packages, on virtual devices. Prints what it saw; the last line is OK.
using System.Runtime.InteropServices;
using DpdkSharp;
using DpdkSharp.Headers;
using DpdkSharp.Interop;

const int Count = 8;

if (!DpdkRuntime.IsSupported)
{
    Console.Error.WriteLine(DpdkRuntime.NotSupportedReason);
    return 1;
}
Console.WriteLine($"DPDK {DpdkRuntime.Version}, ABI {DpdkRuntime.Abi?.Number}, from {DpdkRuntime.LibraryFolder}");

var options = EalOptions.ForTests();
options.Lcores = args is ["-l", string lcores] ? lcores : null;
// What is sent to this port is what it receives.
options.Vdevs.Add("net_ring0");
using Eal eal = Eal.Initialize(options);
using PacketPool pool = PacketPool.Create("packets", 1023);
using EthDev port = EthDev.Open(0);
port.Configure(new EthDevOptions { RxPool = pool });
port.Start();

bool returned = false;
eal.MainLcore.Launch(() => returned = SendAndReceive(port, pool)).Wait();
Check("safe layer: packets that were sent came back", returned);
Check("raw layer: DPDK's own name of the port", RawName() == "net_ring0");
Check("a record whose layout depends on the version", RawInfo() == port.GetInfo().MaxRxQueues);
Check("C shim: bits", DpdkShim.rte_bsf64(0x100) == 8);
Check("C shim: a packet from the pool, freed again", ShimPacket(pool));
Check("C shim: a burst of the port", ShimBurst(pool));
Check("no packet is lost", pool.InUseCount == 0);
Console.WriteLine("OK");
return 0;

static void Check(string what, bool right)
{
    Console.WriteLine($"{(right ? "yes" : "NO ")} {what}");
    if (!right)
    {
        Environment.Exit(1);
    }
}

static bool SendAndReceive(EthDev port, PacketPool pool)
{
    using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
    if (!pool.TryAllocate(burst, Count))
    {
        return false;
    }
    foreach (Mbuf packet in burst)
    {
        _ = packet.TryAppend(60, out _);
        if (packet.TryGetHeader(0, out HeaderRef<EthernetHeader> ethernet))
        {
            ethernet.Value.Source = port.MacAddress;
            ethernet.Value.EtherType = EtherType.Ipv4;
        }
    }
    bool sent = port.TxQueues[0].Send(burst) == Count;
    bool received = port.RxQueues[0].Receive(burst) == Count;
    bool right = burst.Packets.ToArray().All(p => p.TryReadHeader(0, out EthernetHeader header) && header.Source == port.MacAddress);
    burst.Clear();
    return sent && received && right;
}

static unsafe string RawName()
{
    byte* name = stackalloc byte[Dpdk.RTE_ETH_NAME_MAX_LEN];
    return Dpdk.rte_eth_dev_get_name_by_port(0, name) == 0 ? Marshal.PtrToStringUTF8((nint)name)! : string.Empty;
}

static unsafe int RawInfo()
{
    rte_eth_dev_info info = default;
    return Dpdk.rte_eth_dev_info_get(0, &info) == 0 ? info.max_rx_queues : -1;
}

static unsafe bool ShimPacket(PacketPool pool)
{
    rte_mbuf* packet = DpdkShim.rte_pktmbuf_alloc(pool.Pointer);
    bool there = packet != null && pool.InUseCount == 1;
    DpdkShim.rte_pktmbuf_free(packet);
    return there && pool.InUseCount == 0;
}

static unsafe bool ShimBurst(PacketPool pool)
{
    rte_mbuf* packet = DpdkShim.rte_pktmbuf_alloc(pool.Pointer);
    if (DpdkShim.rte_eth_tx_burst(0, 0, &packet, 1) != 1)
    {
        return false;
    }
    rte_mbuf* received;
    bool same = DpdkShim.rte_eth_rx_burst(0, 0, &received, 1) == 1 && received == packet;
    DpdkShim.rte_pktmbuf_free(received);
    return same;
}
