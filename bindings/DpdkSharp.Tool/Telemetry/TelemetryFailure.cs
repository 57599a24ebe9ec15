namespace DpdkSharp.Tool.Telemetry;

/// <summary>Why a telemetry socket gave no answer.</summary>
internal enum TelemetryFailure
{
    /// <summary>There is no such socket.</summary>
    Missing,

    /// <summary>The socket's process is gone.</summary>
    Stale,

    /// <summary>It is another user's.</summary>
    Denied,

    /// <summary>It has as many clients as DPDK serves.</summary>
    Busy,

    /// <summary>It does not answer in time.</summary>
    Silent,

    /// <summary>It does not speak DPDK's telemetry protocol, or its answer was cut off.</summary>
    Garbled,

    /// <summary>It ended while we were connected.</summary>
    Ended,
}
