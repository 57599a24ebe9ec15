namespace DpdkSharp;

/// <summary>The part a process has among those that share DPDK's memory (EAL's <c>--proc-type</c>).</summary>
public enum EalProcessType
{
    /// <summary>Creates the shared memory and owns the devices.</summary>
    Primary,

    /// <summary>Attaches to the memory of a primary process.</summary>
    Secondary,

    /// <summary>Primary when there is none yet, else secondary.</summary>
    Auto,
}
