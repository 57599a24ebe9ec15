namespace DpdkSharp.Tool.Devices;

/// <summary>A PCI device that DPDK can drive, or that is a network card.</summary>
/// <param name="Address">Its PCI address: 0000:03:00.0.</param>
/// <param name="Class">What it is: network, crypto, compress, baseband, dma, event, regex, raw, vdpa, mempool.</param>
/// <param name="VendorId">Its vendor's number, in hexadecimal.</param>
/// <param name="DeviceId">Its number, in hexadecimal.</param>
/// <param name="Name">What the list of PCI devices calls it; its numbers where it is not listed.</param>
/// <param name="KernelDriver">The driver that has it: ixgbe, vfio-pci; null for none.</param>
/// <param name="Interfaces">The kernel's network interfaces on it.</param>
/// <param name="NumaNode">Its NUMA node; null where it has none.</param>
/// <param name="IommuGroup">Its IOMMU group; null without an IOMMU.</param>
/// <param name="DpdkDriver">The driver of the installed DPDK that drives it; null for none.</param>
/// <param name="State">dpdk: bound to a driver for user space. beside: DPDK uses it beside the kernel's driver. kernel: the kernel has it. free: nobody has it.</param>
/// <param name="InUse">Why the kernel needs it: its routes, or a bridge it is part of; empty when it does not.</param>
internal sealed record Device(
    string Address,
    string Class,
    string VendorId,
    string DeviceId,
    string Name,
    string? KernelDriver,
    IReadOnlyList<string> Interfaces,
    int? NumaNode,
    int? IommuGroup,
    string? DpdkDriver,
    string State,
    IReadOnlyList<string> InUse);
