using DpdkSharp.Headers;

namespace DpdkSharp.Tests.Devices;

public class EthDevTests
{
    [Fact]
    public void A_port_is_opened_by_number_or_name_once()
    {
        using (EthDev first = EthDev.Open("net_null0"))
        {
            Assert.Equal("net_null0", first.Name);
            Assert.Contains(first.PortId, EthDev.PortIds);
            Assert.Equal($"port {first.PortId} (net_null0)", first.ToString());
            var twice = Assert.Throws<InvalidOperationException>(() => EthDev.Open(first.PortId));
            Assert.Equal($"{first} is open already: use the EthDev that was opened first, or dispose of it.", twice.Message);
        }
        // Closing is for good, as in DPDK.
        var gone = Assert.Throws<DpdkException>(static () => EthDev.Open("net_null0"));
        Assert.StartsWith("There is no Ethernet device 'net_null0'", gone.Message, StringComparison.Ordinal);
        Assert.Contains("The devices are net_null1", gone.Message, StringComparison.Ordinal);
        Assert.Equal("rte_eth_dev_get_port_by_name", gone.Function);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(31)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    public void A_port_that_is_not_there_cannot_be_opened(int port)
    {
        var e = Assert.Throws<ArgumentOutOfRangeException>(() => EthDev.Open(port));
        Assert.Contains("There is no such port; the ports are ", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Why_there_can_be_no_ports()
    {
        Assert.Contains("dpdk-devbind.py --status", EthDev.NoPortsReason, StringComparison.Ordinal);
        Assert.Contains("--vdev=net_null0", EthDev.NoPortsReason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_virtual_device_is_created_and_removed_again_and_again()
    {
        int before = EthDev.PortIds.Count;
        for (int i = 0; i < 10; i++)
        {
            using EthDev device = EthDev.Create("net_null5", "size=100");
            Assert.Equal("net_null5", device.Name);
            Assert.Equal(before + 1, EthDev.PortIds.Count);
        }
        Assert.Equal(before, EthDev.PortIds.Count);
    }

    [Fact]
    public void A_virtual_device_that_cannot_be_says_what_to_do()
    {
        var unknown = Assert.Throws<DpdkException>(static () => EthDev.Create("net_nothing0"));
        Assert.StartsWith("The virtual device 'net_nothing0' could not be created (rte_eal_hotplug_add", unknown.Message, StringComparison.Ordinal);
        Assert.Contains("The name is that of a driver and a number", unknown.Message, StringComparison.Ordinal);
        var arguments = Assert.Throws<DpdkException>(static () => EthDev.Create("net_pcap7", "rx_pcap=/nowhere/there.pcap"));
        Assert.StartsWith("The virtual device 'net_pcap7' could not be created with the arguments 'rx_pcap=/nowhere/there.pcap'", arguments.Message, StringComparison.Ordinal);
        using EthDev device = EthDev.Create("net_null6");
        var twice = Assert.Throws<DpdkException>(static () => EthDev.Create("net_null6"));
        Assert.Contains("There is one of that name already", twice.Message, StringComparison.Ordinal);
        // Nor is one that EAL made at its start.
        Assert.Contains("There is one of that name already", Assert.Throws<DpdkException>(static () => EthDev.Create("net_null1")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(static () => EthDev.Create(""));
    }

    [Fact]
    public void A_device_tells_what_it_is()
    {
        using EthDev device = EthDev.Create("net_null6");
        EthDevInfo info = device.GetInfo();
        Assert.Equal("net_null", info.DriverName);
        Assert.True(info.MaxRxQueues >= 2);
        Assert.Equal(info.MaxRxQueues, info.MaxTxQueues);
        Assert.True(info.MinMtu <= 1500 && info.MaxMtu >= 1500);
        Assert.True(info.RssHashTypes.HasFlag(RssHashTypes.Ipv4Tcp));
        Assert.Equal(1500, device.Mtu);
    }

    [Fact]
    public void After_disposal_a_device_is_not_used_any_more()
    {
        EthDev device = EthDev.Create("net_null6");
        device.Dispose();
        device.Dispose();
        Assert.Throws<ObjectDisposedException>(() => device.GetStats());
        Assert.Throws<ObjectDisposedException>(device.GetInfo);
        Assert.Throws<ObjectDisposedException>(device.Start);
        Assert.Throws<ObjectDisposedException>(() => device.Configure(new() { RxQueueCount = 0 }));
        Assert.Throws<ObjectDisposedException>(() => device.MacAddress);
        device.Stop();
    }

    [Fact]
    public void The_MAC_address_is_read_and_set()
    {
        using EthDev device = EthDev.Create("net_null6");
        var address = MacAddress.Parse("02:00:00:00:00:2a");
        device.MacAddress = address;
        Assert.Equal(address, device.MacAddress);
        var refused = Assert.Throws<DpdkException>(() => device.MacAddress = MacAddress.Parse("01:00:00:00:00:00"));
        Assert.Equal($"Port {device.PortId} (net_null6) does not take the MAC address 01:00:00:00:00:00 (rte_eth_dev_default_mac_addr_set: Invalid argument).", refused.Message);
        Assert.Equal(address, device.MacAddress);
    }

    [Fact]
    public void MAC_addresses_are_added_and_removed()
    {
        using var pool = new TestPool();
        using EthDev device = EthDev.Create("net_ring6");
        device.Configure(new() { RxPool = pool });
        var address = MacAddress.Parse("02:00:00:00:00:2b");
        Assert.True(device.GetInfo().MaxMacAddresses >= 1);
        Assert.Throws<DpdkException>(() => device.AddMacAddress(default));
        // Removing what was never added is no error in DPDK; removing the device's own address is.
        device.RemoveMacAddress(address);
        Assert.Throws<DpdkException>(() => device.RemoveMacAddress(device.MacAddress));
    }

    [Fact]
    public void Promiscuous_and_all_multicast_are_switched()
    {
        using var pool = new TestPool();
        using EthDev device = EthDev.Create("net_ring6");
        device.Configure(new() { RxPool = pool });
        foreach (bool on in (bool[])[true, true, false, false, true])
        {
            device.IsPromiscuous = on;
            Assert.Equal(on, device.IsPromiscuous);
            device.IsAllMulticast = on;
            Assert.Equal(on, device.IsAllMulticast);
        }
    }

    [Fact]
    public void The_link_is_up_while_the_device_is_started()
    {
        using var pool = new TestPool();
        using EthDev device = EthDev.Create("net_null6");
        device.Configure(new() { RxPool = pool });
        Assert.False(device.GetLink().IsUp);
        Assert.Equal("Link down", device.GetLink().ToString());
        Assert.False(device.WaitForLink(TimeSpan.FromMilliseconds(30), TestContext.Current.CancellationToken).IsUp);
        device.Start();
        EthLink link = device.WaitForLink(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        Assert.Equal(new EthLink(true, 10_000, true, link.IsAutonegotiated), link);
        Assert.StartsWith("Link up at 10 Gbps FDX", link.ToString(), StringComparison.Ordinal);
        device.Stop();
        Assert.False(device.GetLink().IsUp);
    }

    [Fact]
    public void A_driver_that_cannot_says_so()
    {
        using EthDev device = EthDev.Create("net_null6");
        Assert.Contains("cannot turn its link on", Assert.Throws<DpdkException>(() => device.SetLink(true)).Message, StringComparison.Ordinal);
        Assert.Contains("Ask for RxOffloads.VlanFilter when configuring", Assert.Throws<DpdkException>(() => device.SetVlanFilter(5, true)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => device.SetVlanFilter(4096, true));
        Assert.Throws<ArgumentOutOfRangeException>(() => device.SetVlanFilter(-1, true));
    }
}
