namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>A timer that is stopped and belongs to no lcore.</summary>
    public static rte_timer RTE_TIMER_INITIALIZER
    {
        get
        {
            rte_timer timer = default;
            rte_timer_init(&timer);
            return timer;
        }
    }
}
