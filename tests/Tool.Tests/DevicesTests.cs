namespace DpdkSharp.Tool.Tests;

/// <summary>devices, on machines that are made up: nothing of this one is bound to anything.</summary>
public sealed class DevicesTests
{
    private const string Address = "0000:03:00.0";

    [Fact]
    public void A_card_of_the_kernel_is_listed_with_the_driver_that_DPDK_has_for_it()
    {
        using var machine = MadeUpMachine.Healthy().WithCard(Address, "ixgbe", "enp3s0", group: 7);
        var device = ToolProgram.Json(0, "devices", "--root", machine.Root, "--json").GetProperty("devices").EnumerateArray().Single();

        Assert.Equal(Address, device.GetProperty("address").GetString());
        Assert.Equal("network", device.GetProperty("class").GetString());
        Assert.Equal("ixgbe", device.GetProperty("kernelDriver").GetString());
        Assert.Equal("enp3s0", device.GetProperty("interfaces")[0].GetString());
        Assert.Equal(1, device.GetProperty("numaNode").GetInt32());
        Assert.Equal(7, device.GetProperty("iommuGroup").GetInt32());
        Assert.Equal("net_ixgbe", device.GetProperty("dpdkDriver").GetString());
        Assert.Equal("kernel", device.GetProperty("state").GetString());
        Assert.Empty(device.GetProperty("inUse").EnumerateArray());
        Assert.Matches($@"\n{Address}  ixgbe +enp3s0 +1 +7 +net_ixgbe +the kernel's: bind it ", ToolProgram.Output(0, "devices", "--root", machine.Root));
    }

    [Fact]
    public void A_machine_without_cards_is_told_what_needs_none()
    {
        using var machine = MadeUpMachine.Healthy();
        Assert.StartsWith("This machine has no PCI device that DPDK could use.", ToolProgram.Output(0, "devices", "--root", machine.Root), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/proc/net/route", "Iface\tDestination\nenp3s0\t00000000\t0102A8C0", "enp3s0 has 1 route")]
    [InlineData("/proc/net/ipv6_route", "fd000000000000000000000000000000 40 00000000000000000000000000000000 00 0 00000100 00000001 00000000 00000001 enp3s0", "enp3s0 has 1 route")]
    [InlineData("/sys/class/net/enp3s0/flags", "0x1003", "enp3s0 is up")]
    [InlineData("/sys/class/net/enp3s0/upper_vlan5/x", "", "vlan5 is on enp3s0")]
    public void An_interface_that_is_in_use_is_not_taken_away(string path, string text, string reason)
    {
        using var machine = MadeUpMachine.Healthy().WithCard(Address, "ixgbe", "enp3s0", group: 7).With(path, text);
        Assert.Contains(reason, ToolProgram.Refusal(1, "devices", "bind", "enp3s0", "--root", machine.Root), StringComparison.Ordinal);
        Assert.Equal("(null)", machine.Read($"/sys/bus/pci/devices/{Address}/driver_override"));
        Assert.Contains("echo vfio-pci > ", ToolProgram.Output(0, "devices", "bind", "enp3s0", "--root", machine.Root, "--force", "--dry-run"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_of_a_bridge_is_not_taken_away()
    {
        using var machine = MadeUpMachine.Healthy().WithCard(Address, "ixgbe", "enp3s0", group: 7).With("/sys/class/net/br0/flags", "0x1003").WithLink("/sys/class/net/enp3s0/master", "/sys/class/net/br0");
        Assert.Contains("enp3s0 is part of br0", ToolProgram.Refusal(1, "devices", "bind", "03:00.0", "--root", machine.Root), StringComparison.Ordinal);
    }

    [Fact]
    public void The_rest_of_the_IOMMU_group_is_not_left_with_the_kernel()
    {
        using var machine = MadeUpMachine.Healthy().WithCard(Address, "ixgbe", "enp3s0", group: 7).WithCard("0000:03:00.1", "ixgbe", "enp3s1", group: 7);
        Assert.Contains("shares IOMMU group 7 with 0000:03:00.1 (ixgbe)", ToolProgram.Refusal(1, "devices", "bind", Address, "--root", machine.Root), StringComparison.Ordinal);
        _ = ToolProgram.Output(0, "devices", "bind", Address, "0000:03:00.1", "--root", machine.Root, "--dry-run");
    }

    [Fact]
    public void Without_an_IOMMU_the_risk_has_to_be_accepted()
    {
        using var machine = MadeUpMachine.Healthy().Without("/sys/class/iommu").Without("/sys/kernel/iommu_groups").WithCard(Address, "ixgbe", "enp3s0")
            .With("/sys/module/vfio/parameters/enable_unsafe_noiommu_mode", "N");
        Assert.Contains("--noiommu-mode", ToolProgram.Refusal(3, "devices", "bind", Address, "--root", machine.Root), StringComparison.Ordinal);
        var output = ToolProgram.Output(0, "devices", "bind", Address, "--root", machine.Root, "--noiommu-mode", "--dry-run");
        Assert.Contains("echo Y > /sys/module/vfio/parameters/enable_unsafe_noiommu_mode\n", output, StringComparison.Ordinal);
        Assert.Equal("N", machine.Read("/sys/module/vfio/parameters/enable_unsafe_noiommu_mode"));
    }

    [Fact]
    public void Without_vfio_the_command_that_loads_it_is_told()
    {
        using var machine = MadeUpMachine.Healthy().WithCard(Address, "ixgbe", "enp3s0", group: 7).Without("/sys/bus/pci/drivers/vfio-pci");
        Assert.Contains("modprobe vfio-pci", ToolProgram.Refusal(3, "devices", "bind", Address, "--root", machine.Root), StringComparison.Ordinal);
    }

    [Fact]
    public void Bind_and_unbind_do_what_the_kernel_wants_to_be_told()
    {
        using var machine = MadeUpMachine.Healthy().WithCard(Address, "ixgbe", "enp3s0", group: 7);
        using (new MadeUpKernel(machine, Address, "vfio-pci"))
        {
            Assert.Equal($"{Address} is bound to vfio-pci now (before: ixgbe)\n", ToolProgram.Output(0, "devices", "bind", "enp3s0", "--root", machine.Root));
        }
        Assert.Equal("vfio-pci", machine.Read($"/sys/bus/pci/devices/{Address}/driver_override").Split('\n')[0]);
        Assert.Equal(Address, machine.Read("/sys/bus/pci/drivers/ixgbe/unbind"));
        Assert.Contains("ready for DPDK", ToolProgram.Output(0, "devices", "--root", machine.Root), StringComparison.Ordinal);

        _ = machine.With("/sys/bus/pci/drivers_probe", "");
        using (new MadeUpKernel(machine, Address, "ixgbe"))
        {
            Assert.Equal($"{Address} is the kernel's again (ixgbe)\n", ToolProgram.Output(0, "devices", "unbind", Address, "--root", machine.Root));
        }
        Assert.Equal(Address, machine.Read("/sys/bus/pci/drivers/vfio-pci/unbind"));
        Assert.Contains("has the kernel's own driver already", ToolProgram.Refusal(1, "devices", "unbind", Address, "--root", machine.Root), StringComparison.Ordinal);
    }

    [Fact]
    public void A_driver_that_does_not_take_it_is_told_and_the_old_one_asked_again()
    {
        using var machine = MadeUpMachine.Healthy().WithCard(Address, "ixgbe", "enp3s0", group: 7);
        Assert.Contains("vfio-pci did not take 0000:03:00.0", ToolProgram.Refusal(1, "devices", "bind", Address, "--root", machine.Root), StringComparison.Ordinal);
        Assert.DoesNotContain("vfio", machine.Read($"/sys/bus/pci/devices/{Address}/driver_override").Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_that_is_not_there_is_told_with_those_that_are()
    {
        using var machine = MadeUpMachine.Healthy().WithCard(Address, "ixgbe", "enp3s0");
        Assert.Contains("These are there: 0000:03:00.0 (enp3s0).", ToolProgram.Refusal(2, "devices", "bind", "eth9", "--root", machine.Root), StringComparison.Ordinal);
    }

    /// <summary>Gives the device to a driver when it is told to probe, as the kernel does.</summary>
    private sealed class MadeUpKernel : IDisposable
    {
        private readonly CancellationTokenSource _end = new();
        private readonly Task _work;

        public MadeUpKernel(MadeUpMachine machine, string address, string driver) => _work = Task.Run(() =>
        {
            while (!_end.IsCancellationRequested)
            {
                if (machine.Read("/sys/bus/pci/drivers_probe").StartsWith(address, StringComparison.Ordinal))
                {
                    _ = machine.WithLink($"/sys/bus/pci/devices/{address}/driver", "/sys/bus/pci/drivers/" + driver);
                    return;
                }
                Thread.Sleep(5);
            }
        });

        public void Dispose()
        {
            _end.Cancel();
            _work.Wait();
            _end.Dispose();
        }
    }
}
