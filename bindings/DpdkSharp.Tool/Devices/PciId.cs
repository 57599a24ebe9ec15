namespace DpdkSharp.Tool.Devices;

/// <summary>What a driver takes: the numbers of a PCI device, 0xFFFF for any.</summary>
internal readonly record struct PciId(int Vendor, int Device, int SubsystemVendor, int SubsystemDevice)
{
    private const int Any = 0xFFFF;

    /// <summary>The device with these numbers is meant.</summary>
    public bool Matches(PciId device) =>
        Vendor == device.Vendor
        && Device is var d && (d == Any || d == device.Device)
        && (SubsystemVendor == Any || SubsystemVendor == device.SubsystemVendor)
        && (SubsystemDevice == Any || SubsystemDevice == device.SubsystemDevice);
}
