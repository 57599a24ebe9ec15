namespace DpdkSharp;

/// <summary>How devices address memory (EAL's <c>--iova-mode</c>).</summary>
public enum EalIovaMode
{
    /// <summary>By physical address: needs rights to read <c>/proc/self/pagemap</c>.</summary>
    PhysicalAddress,

    /// <summary>By virtual address, through an IOMMU or for devices that are software.</summary>
    VirtualAddress,
}
