using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool RTE_ETH_IS_IPV4_HDR(uint ptype) => (ptype & (uint)RTE_PTYPE_L3_IPV4) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool RTE_ETH_IS_IPV6_HDR(uint ptype) => (ptype & (uint)RTE_PTYPE_L3_IPV6) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool RTE_ETH_IS_TUNNEL_PKT(uint ptype) =>
        (ptype & unchecked((uint)(RTE_PTYPE_TUNNEL_MASK | RTE_PTYPE_INNER_L2_MASK | RTE_PTYPE_INNER_L3_MASK | RTE_PTYPE_INNER_L4_MASK))) != 0;
}
