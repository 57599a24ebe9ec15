using DpdkSharp.Interop;

namespace DpdkSharp;

/// <summary>What can happen to a device (<c>RTE_ETH_EVENT_*</c>).</summary>
public enum EthDevEvent
{
    /// <summary>The link went up or down.</summary>
    LinkChanged = (int)rte_eth_event_type.RTE_ETH_EVENT_INTR_LSC,

    /// <summary>A queue was enabled or disabled.</summary>
    QueueState = (int)rte_eth_event_type.RTE_ETH_EVENT_QUEUE_STATE,

    /// <summary>The device asks to be reset.</summary>
    ResetRequested = (int)rte_eth_event_type.RTE_ETH_EVENT_INTR_RESET,

    /// <summary>The device was removed.</summary>
    Removed = (int)rte_eth_event_type.RTE_ETH_EVENT_INTR_RMV,

    /// <summary>The port is new.</summary>
    New = (int)rte_eth_event_type.RTE_ETH_EVENT_NEW,

    /// <summary>The port is released.</summary>
    Destroyed = (int)rte_eth_event_type.RTE_ETH_EVENT_DESTROY,

    /// <summary>The device recovers from an error.</summary>
    ErrorRecovering = (int)rte_eth_event_type.RTE_ETH_EVENT_ERR_RECOVERING,

    /// <summary>The device has recovered.</summary>
    RecoverySucceeded = (int)rte_eth_event_type.RTE_ETH_EVENT_RECOVERY_SUCCESS,

    /// <summary>The device did not recover.</summary>
    RecoveryFailed = (int)rte_eth_event_type.RTE_ETH_EVENT_RECOVERY_FAILED,
}
