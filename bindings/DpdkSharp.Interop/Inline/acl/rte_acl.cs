using System.Numerics;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>The bit mask of a prefix length.</summary>
    /// <param name="v">The length in bits, 0 up to 8 * <paramref name="s"/>.</param>
    /// <param name="s">The size of the field in bytes, 1 to 8.</param>
    public static T RTE_ACL_MASKLEN_TO_BITMASK<T>(T v, int s)
        where T : unmanaged, IBinaryInteger<T> => T.IsZero(v) ? v : T.CreateTruncating(ulong.MaxValue << ((s * 8) - int.CreateTruncating(v)));

    /// <summary>The size in bytes of a rule with that many fields.</summary>
    public static nuint RTE_ACL_RULE_SZ(nuint fld_num) => (nuint)sizeof(rte_acl_rule) + ((nuint)sizeof(rte_acl_field) * fld_num);
}
