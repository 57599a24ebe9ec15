namespace DpdkSharp;

/// <summary>DPDK's log levels, most urgent first (<c>RTE_LOG_EMERG</c> … <c>RTE_LOG_DEBUG</c>).</summary>
public enum EalLogLevel
{
    /// <summary>The system cannot be used.</summary>
    Emergency = 1,

    /// <summary>Something must be done at once.</summary>
    Alert = 2,

    /// <summary>A critical condition; the process is about to end.</summary>
    Critical = 3,

    /// <summary>An error.</summary>
    Error = 4,

    /// <summary>A warning.</summary>
    Warning = 5,

    /// <summary>Normal, but worth noting.</summary>
    Notice = 6,

    /// <summary>For information.</summary>
    Information = 7,

    /// <summary>For finding errors.</summary>
    Debug = 8,
}
