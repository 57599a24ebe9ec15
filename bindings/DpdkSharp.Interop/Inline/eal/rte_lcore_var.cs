using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>That lcore's copy of the variable that <see cref="rte_lcore_var_alloc"/> made.</summary>
    [DpdkVersionsLike("25.11")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void* rte_lcore_var_lcore(uint lcore_id, void* handle) => (byte*)handle + ((nuint)lcore_id * RTE_MAX_LCORE_VAR);
}
