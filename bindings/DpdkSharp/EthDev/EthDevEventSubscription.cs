using System.Runtime.InteropServices;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>A callback for events of a device; dispose of it to hear no more.</summary>
public sealed unsafe class EthDevEventSubscription : IDisposable
{
    private readonly EthDev _device;
    private readonly EthDevEvent _event;
    private readonly Action<EthDev, EthDevEvent> _callback;
    private GCHandle _handle;

    internal EthDevEventSubscription(EthDev device, EthDevEvent @event, Action<EthDev, EthDevEvent> callback)
    {
        _device = device;
        _event = @event;
        _callback = callback;
        _handle = GCHandle.Alloc(this);
        int result = rte_eth_dev_callback_register((ushort)device.PortId, (rte_eth_event_type)@event, &OnEvent, (void*)GCHandle.ToIntPtr(_handle));
        if (result < 0)
        {
            _handle.Free();
            throw new DpdkException($"{device} does not tell of {@event}", nameof(rte_eth_dev_callback_register), -result);
        }
    }

    /// <summary>What the callback threw last; null when it never did.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Ends the subscription (<c>rte_eth_dev_callback_unregister</c>). Not from within the callback.</summary>
    /// <exception cref="DpdkException">The callback is running at this moment; try again.</exception>
    public void Dispose()
    {
        if (!_handle.IsAllocated)
        {
            return;
        }
        const int Again = 11;
        int result = rte_eth_dev_callback_unregister((ushort)_device.PortId, (rte_eth_event_type)_event, &OnEvent, (void*)GCHandle.ToIntPtr(_handle));
        if (result == -Again)
        {
            throw new DpdkException($"The callback of {_device} for {_event} is running", nameof(rte_eth_dev_callback_unregister), Again, "Try again when it has returned.");
        }
        // Any other answer means that DPDK no longer knows the callback: the device is gone.
        _handle.Free();
    }

    [UnmanagedCallersOnly]
    private static int OnEvent(ushort port, rte_eth_event_type @event, void* argument, void* result)
    {
        var subscription = (EthDevEventSubscription)GCHandle.FromIntPtr((nint)argument).Target!;
        try
        {
            subscription._callback(subscription._device, (EthDevEvent)@event);
            return 0;
        }
        catch (Exception e)
        {
            subscription.Failure = e;
            EalLog.Deliver(EalLogLevel.Error, $"DpdkSharp: the callback of {subscription._device} for {(EthDevEvent)@event} failed: {e}");
            return -1;
        }
    }
}
