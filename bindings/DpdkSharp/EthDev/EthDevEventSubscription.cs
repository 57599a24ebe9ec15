using System.Runtime.InteropServices;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>A callback for events of one device, or of all; dispose of it to hear no more.</summary>
public sealed unsafe class EthDevEventSubscription : IDisposable
{
    private readonly ushort _port;
    private readonly EthDevEvent _event;
    private readonly Action<int, EthDevEvent> _callback;
    private GCHandle _handle;
    private volatile Exception? _failure;

    internal EthDevEventSubscription(ushort port, EthDevEvent @event, Action<int, EthDevEvent> callback)
    {
        _port = port;
        _event = @event;
        _callback = callback;
        _handle = GCHandle.Alloc(this);
        int result = rte_eth_dev_callback_register(port, (rte_eth_event_type)@event, &OnEvent, (void*)GCHandle.ToIntPtr(_handle));
        if (result < 0)
        {
            _handle.Free();
            throw new DpdkException($"{Describe()} {(port == RTE_ETH_ALL ? "do" : "does")} not tell of {@event}", nameof(rte_eth_dev_callback_register), -result);
        }
    }

    /// <summary>What the callback threw last; null when it never did.</summary>
    public Exception? Failure => _failure;

    /// <summary>Ends the subscription (<c>rte_eth_dev_callback_unregister</c>). Not from within the callback.</summary>
    /// <exception cref="DpdkException">The callback is running at this moment; try again.</exception>
    public void Dispose()
    {
        if (!_handle.IsAllocated)
        {
            return;
        }
        const int Again = 11;
        void* argument = (void*)GCHandle.ToIntPtr(_handle);
        int result = rte_eth_dev_callback_unregister(_port, (rte_eth_event_type)_event, &OnEvent, argument);
        if (result < 0 && result != -Again)
        {
            // The device is gone, but DPDK keeps the callback for the next one that gets its number; only a call for all ports reaches it.
            result = rte_eth_dev_callback_unregister(RTE_ETH_ALL, (rte_eth_event_type)_event, &OnEvent, argument);
        }
        if (result == -Again)
        {
            throw new DpdkException($"The callback of {Describe()} for {_event} is running", nameof(rte_eth_dev_callback_unregister), Again, "Try again when it has returned.");
        }
        _handle.Free();
    }

    [UnmanagedCallersOnly]
    private static int OnEvent(ushort port, rte_eth_event_type @event, void* argument, void* result)
    {
        var subscription = (EthDevEventSubscription)GCHandle.FromIntPtr((nint)argument).Target!;
        try
        {
            subscription._callback(port, (EthDevEvent)@event);
            return 0;
        }
        catch (Exception e)
        {
            subscription._failure = e;
            EalLog.Deliver(EalLogLevel.Error, $"DpdkSharp: the callback of {subscription.Describe()} for {(EthDevEvent)@event} failed: {e}");
            return -1;
        }
    }

    private string Describe() => _port == RTE_ETH_ALL ? "all ports" : $"port {_port:D}";
}
