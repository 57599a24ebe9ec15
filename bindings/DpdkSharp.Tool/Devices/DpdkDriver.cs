namespace DpdkSharp.Tool.Devices;

/// <summary>A DPDK driver and the PCI devices that it drives, as its library says.</summary>
/// <param name="Name">Its name: net_ixgbe.</param>
/// <param name="Library">The library that has it: net_ixgbe for net_ixgbe_vf too.</param>
/// <param name="KernelModules">What the kernel needs for it: "* igb_uio | uio_pci_generic | vfio-pci"; null when it does not say.</param>
/// <param name="Ids">The devices.</param>
internal sealed record DpdkDriver(string Name, string Library, string? KernelModules, IReadOnlyList<PciId> Ids)
{
    /// <summary>It works beside the kernel's driver: the device is not to be bound to another one (mlx5, mana).</summary>
    public bool WorksBesideKernelDriver => KernelModules is { } modules && !modules.Contains("vfio", StringComparison.Ordinal) && !modules.Contains("uio", StringComparison.Ordinal);
}
