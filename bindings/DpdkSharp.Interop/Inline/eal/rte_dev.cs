namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>The devices that a device string (class=…, bus=…) fits. <paramref name="it"/> keeps the place while they are walked.</summary>
    public static rte_pointer_sequence<rte_device> RTE_DEV_FOREACH(byte* devstr, rte_dev_iterator* it) =>
        rte_dev_iterator_init(it, devstr) == 0 ? new(&NextDevice, (nint)it) : new(&NoDevice, 0);

    /// <summary>The device arguments given for a bus; null: for all.</summary>
    public static rte_pointer_sequence<rte_devargs> RTE_EAL_DEVARGS_FOREACH(byte* busname) => new(&NextDevargs, (nint)busname);

    private static rte_device* NextDevice(rte_device* last, nint it) => rte_dev_iterator_next((rte_dev_iterator*)it);

    private static rte_device* NoDevice(rte_device* last, nint it) => null;

    private static rte_devargs* NextDevargs(rte_devargs* last, nint busname) => rte_devargs_next((byte*)busname, last);
}
