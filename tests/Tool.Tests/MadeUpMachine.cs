using DpdkSharp.TestKit;

namespace DpdkSharp.Tool.Tests;

/// <summary>A folder with the /sys, /proc and /dev of a machine that does not exist.</summary>
internal sealed class MadeUpMachine : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Root => _folder.Path;

    /// <summary>A machine with which nothing is wrong: two NUMA nodes, huge pages, an IOMMU, isolated cores.</summary>
    public static MadeUpMachine Healthy() => new MadeUpMachine()
        .With("/sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages", "1024")
        .With("/sys/kernel/mm/hugepages/hugepages-2048kB/free_hugepages", "1000")
        .With("/sys/devices/system/node/node0/hugepages/hugepages-2048kB/nr_hugepages", "512")
        .With("/sys/devices/system/node/node1/hugepages/hugepages-2048kB/nr_hugepages", "512")
        .With("/sys/devices/system/node/online", "0-1")
        .With("/sys/devices/system/node/node0/cpulist", "0-3")
        .With("/sys/devices/system/node/node1/cpulist", "4-7")
        .With("/sys/devices/system/node/node0/meminfo", "Node 0 MemTotal:       33554432 kB")
        .With("/sys/devices/system/node/node1/meminfo", "Node 1 MemTotal:       33554432 kB")
        .With("/dev/hugepages/.keep", "")
        .With("/proc/mounts", "none /dev/hugepages hugetlbfs rw,relatime,pagesize=2M 0 0")
        .With("/proc/cmdline", "root=/dev/sda1 intel_iommu=on iommu=pt isolcpus=2-7 nohz_full=2-7")
        .With("/sys/class/iommu/dmar0/name", "dmar0")
        .With("/sys/kernel/iommu_groups/7/type", "DMA")
        .With("/sys/bus/pci/drivers/vfio-pci/new_id", "")
        .With("/dev/vfio/vfio", "")
        .With("/proc/self/status", "Name:\tdoctor\nUid:\t0\t0\t0\t0\nCapEff:\t000001ffffffffff\nCpus_allowed_list:\t0-7")
        .With("/proc/self/limits", "Limit                     Soft Limit           Hard Limit           Units\nMax locked memory         unlimited            unlimited            bytes")
        .With("/proc/sys/kernel/numa_balancing", "0")
        .With("/proc/cpuinfo", "flags : fpu sse4_2 avx2 constant_tsc nonstop_tsc")
        .With("/sys/devices/system/cpu/online", "0-7")
        .With("/sys/devices/system/cpu/isolated", "2-7")
        .With("/sys/devices/system/cpu/nohz_full", "2-7")
        .With("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "performance")
        .With("/sys/bus/pci/devices/.keep", "");

    public MadeUpMachine With(string path, string text)
    {
        string file = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text + "\n");
        return this;
    }

    public MadeUpMachine Without(string path)
    {
        if (Directory.Exists(PathOf(path)))
        {
            Directory.Delete(PathOf(path), recursive: true);
        }
        else
        {
            File.Delete(PathOf(path));
        }
        return this;
    }

    public MadeUpMachine WithLink(string path, string target)
    {
        string file = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.Delete(file);
        File.CreateSymbolicLink(file, PathOf(target));
        return this;
    }

    /// <summary>A network card: an 82599 (ixgbe), whose DPDK driver every installation has.</summary>
    public MadeUpMachine WithCard(string address, string? driver, string? networkInterface = null, int? group = null)
    {
        string device = "/sys/bus/pci/devices/" + address;
        _ = With(device + "/vendor", "0x8086").With(device + "/device", "0x10fb").With(device + "/subsystem_vendor", "0x8086").With(device + "/subsystem_device", "0x0003")
            .With(device + "/class", "0x020000").With(device + "/numa_node", "1").With(device + "/driver_override", "(null)")
            .With("/sys/bus/pci/drivers_probe", "").With("/sys/bus/pci/drivers/ixgbe/bind", "").With("/sys/bus/pci/drivers/ixgbe/unbind", "").With("/sys/bus/pci/drivers/vfio-pci/unbind", "");
        if (driver is not null)
        {
            _ = WithLink(device + "/driver", "/sys/bus/pci/drivers/" + driver);
        }
        if (networkInterface is not null)
        {
            _ = With($"{device}/net/{networkInterface}/flags", "0x1002").With($"/sys/class/net/{networkInterface}/flags", "0x1002");
        }
        if (group is not null)
        {
            _ = With($"/sys/kernel/iommu_groups/{group}/devices/{address}/.keep", "").WithLink(device + "/iommu_group", $"/sys/kernel/iommu_groups/{group}");
        }
        return this;
    }

    public string Read(string path) => File.ReadAllText(PathOf(path)).Trim();

    public string PathOf(string path) => Path.Combine(Root, path.TrimStart('/'));

    public void Dispose() => _folder.Dispose();
}
