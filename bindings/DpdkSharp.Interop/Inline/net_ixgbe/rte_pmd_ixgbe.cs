namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    public static bool RTE_PMD_IXGBE_BYPASS_MODE_VALID(int x) => x is > RTE_PMD_IXGBE_BYPASS_MODE_NONE and < RTE_PMD_IXGBE_BYPASS_MODE_NUM;

    public static bool RTE_PMD_IXGBE_BYPASS_EVENT_VALID(int x) => x is > RTE_PMD_IXGBE_BYPASS_EVENT_NONE and < RTE_PMD_IXGBE_BYPASS_MODE_NUM;

    public static bool RTE_PMD_IXGBE_BYPASS_TMT_VALID(int x) => x is >= RTE_PMD_IXGBE_BYPASS_TMT_OFF and < RTE_PMD_IXGBE_BYPASS_TMT_NUM;
}
