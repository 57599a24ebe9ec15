namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>A timer that is stopped and belongs to no lcore.</summary>
    public static rte_timer RTE_TIMER_INITIALIZER => new() { status = new() { state = RTE_TIMER_STOP, owner = RTE_TIMER_NO_OWNER } };
}
