using System.Diagnostics;
using System.Runtime.CompilerServices;
using DpdkSharp.Headers;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

// What can be read and changed while a device runs: addresses, modes, VLANs, the link.
public sealed unsafe partial class EthDev
{
    /// <summary>Its MAC address (<c>rte_eth_macaddr_get</c>, <c>rte_eth_dev_default_mac_addr_set</c>).</summary>
    /// <exception cref="DpdkException">The device refuses the address, or to change it.</exception>
    public MacAddress MacAddress
    {
        get
        {
            rte_ether_addr address;
            Check(rte_eth_macaddr_get(Port, &address), nameof(rte_eth_macaddr_get), "has no MAC address to tell");
            return Unsafe.BitCast<rte_ether_addr, MacAddress>(address);
        }
        set
        {
            rte_ether_addr address = Unsafe.BitCast<MacAddress, rte_ether_addr>(value);
            Check(rte_eth_dev_default_mac_addr_set(Port, &address), nameof(rte_eth_dev_default_mac_addr_set), $"does not take the MAC address {value}");
        }
    }

    /// <summary>The MTU in bytes, without Ethernet header and CRC (<c>rte_eth_dev_get_mtu</c>, <c>rte_eth_dev_set_mtu</c>).</summary>
    /// <exception cref="DpdkException">The device refuses the value; some want to be stopped first.</exception>
    public int Mtu
    {
        get
        {
            ushort mtu;
            Check(rte_eth_dev_get_mtu(Port, &mtu), nameof(rte_eth_dev_get_mtu), "does not tell its MTU");
            return mtu;
        }
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, ushort.MaxValue);
            EthDevInfo info = GetInfo();
            Check(rte_eth_dev_set_mtu(Port, (ushort)value), nameof(rte_eth_dev_set_mtu), $"does not take an MTU of {value:D}",
                $"It takes {info.MinMtu:D} to {info.MaxMtu:D}, no more than its receive buffers hold; some drivers want the device to be stopped.");
        }
    }

    /// <summary>Whether it receives packets for any address (<c>rte_eth_promiscuous_get</c>, <c>_enable</c>, <c>_disable</c>).</summary>
    /// <exception cref="DpdkException">The device cannot.</exception>
    public bool IsPromiscuous
    {
        get => rte_eth_promiscuous_get(Port) == 1;
        set => Check(
            value ? rte_eth_promiscuous_enable(Port) : rte_eth_promiscuous_disable(Port),
            value ? nameof(rte_eth_promiscuous_enable) : nameof(rte_eth_promiscuous_disable),
            "cannot change its promiscuous mode");
    }

    /// <summary>Whether it receives all multicast packets (<c>rte_eth_allmulticast_get</c>, <c>_enable</c>, <c>_disable</c>).</summary>
    /// <exception cref="DpdkException">The device cannot.</exception>
    public bool IsAllMulticast
    {
        get => rte_eth_allmulticast_get(Port) == 1;
        set => Check(
            value ? rte_eth_allmulticast_enable(Port) : rte_eth_allmulticast_disable(Port),
            value ? nameof(rte_eth_allmulticast_enable) : nameof(rte_eth_allmulticast_disable),
            "cannot change its all-multicast mode");
    }

    /// <summary>The state of the link now (<c>rte_eth_link_get_nowait</c>).</summary>
    /// <returns>The state.</returns>
    /// <exception cref="DpdkException">The device is gone.</exception>
    public EthLink GetLink()
    {
        rte_eth_link link = default;
        Check(rte_eth_link_get_nowait(Port, &link), nameof(rte_eth_link_get_nowait), "does not tell its link state");
        return new EthLink(link.link_status == RTE_ETH_LINK_UP, link.link_speed, link.link_duplex == RTE_ETH_LINK_FULL_DUPLEX, link.link_autoneg == RTE_ETH_LINK_AUTONEG);
    }

    /// <summary>Waits for the link to come up; blocks the calling thread.</summary>
    /// <param name="timeout">How long at the most.</param>
    /// <param name="cancellation">Ends the wait early.</param>
    /// <returns>The state at the end: up, or still down.</returns>
    /// <exception cref="DpdkException">The device is gone.</exception>
    public EthLink WaitForLink(TimeSpan timeout, CancellationToken cancellation = default)
    {
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            EthLink link = GetLink();
            if (link.IsUp || Stopwatch.GetElapsedTime(start) >= timeout || cancellation.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(20)))
            {
                return link;
            }
        }
    }

    /// <summary>Turns the link on or off (<c>rte_eth_dev_set_link_up</c>, <c>rte_eth_dev_set_link_down</c>).</summary>
    /// <param name="up">Which.</param>
    /// <exception cref="DpdkException">The driver cannot.</exception>
    public void SetLink(bool up) => Check(
        up ? rte_eth_dev_set_link_up(Port) : rte_eth_dev_set_link_down(Port),
        up ? nameof(rte_eth_dev_set_link_up) : nameof(rte_eth_dev_set_link_down),
        $"cannot turn its link {(up ? "on" : "off")}");

    /// <summary>Listens to one more MAC address (<c>rte_eth_dev_mac_addr_add</c>).</summary>
    /// <param name="address">The address.</param>
    /// <exception cref="DpdkException">The device cannot, or has no room for more.</exception>
    public void AddMacAddress(MacAddress address)
    {
        rte_ether_addr raw = Unsafe.BitCast<MacAddress, rte_ether_addr>(address);
        Check(rte_eth_dev_mac_addr_add(Port, &raw, 0), nameof(rte_eth_dev_mac_addr_add), $"does not take the MAC address {address}");
    }

    /// <summary>Listens no more to a MAC address that was added (<c>rte_eth_dev_mac_addr_remove</c>).</summary>
    /// <param name="address">The address.</param>
    /// <exception cref="DpdkException">It is the device's own address, or the device cannot.</exception>
    public void RemoveMacAddress(MacAddress address)
    {
        rte_ether_addr raw = Unsafe.BitCast<MacAddress, rte_ether_addr>(address);
        Check(rte_eth_dev_mac_addr_remove(Port, &raw), nameof(rte_eth_dev_mac_addr_remove), $"does not remove the MAC address {address}");
    }

    /// <summary>Lets a VLAN in, or no more (<c>rte_eth_dev_vlan_filter</c>); needs <see cref="RxOffloads.VlanFilter"/>.</summary>
    /// <param name="vlan">0 to 4095.</param>
    /// <param name="allow">Which.</param>
    /// <exception cref="DpdkException">The filter is off, or the device cannot.</exception>
    public void SetVlanFilter(int vlan, bool allow)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vlan);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(vlan, 4095);
        Check(rte_eth_dev_vlan_filter(Port, (ushort)vlan, allow ? 1 : 0), nameof(rte_eth_dev_vlan_filter), $"cannot filter VLAN {vlan:D}",
            $"Ask for {nameof(RxOffloads)}.{nameof(RxOffloads.VlanFilter)} when configuring; few virtual devices have it.");
    }

    /// <summary>Turns taking VLAN tags off on or off while the device runs (<c>rte_eth_dev_set_vlan_offload</c>).</summary>
    /// <param name="strip">Which.</param>
    /// <exception cref="DpdkException">The device cannot.</exception>
    public void SetVlanStrip(bool strip)
    {
        int mask = Check(rte_eth_dev_get_vlan_offload(Port), nameof(rte_eth_dev_get_vlan_offload), "does not tell its VLAN offloads");
        mask = strip ? mask | RTE_ETH_VLAN_STRIP_OFFLOAD : mask & ~RTE_ETH_VLAN_STRIP_OFFLOAD;
        Check(rte_eth_dev_set_vlan_offload(Port, mask), nameof(rte_eth_dev_set_vlan_offload), "cannot take VLAN tags off");
    }
}
