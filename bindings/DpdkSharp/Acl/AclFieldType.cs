using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>How a field of a packet is compared with that of a rule (<c>RTE_ACL_FIELD_TYPE_*</c>).</summary>
public enum AclFieldType
{
    /// <summary>By its first bits, as addresses are: see <see cref="AclFieldValue.Prefix(ulong, int)"/>.</summary>
    Mask = RTE_ACL_FIELD_TYPE_MASK,

    /// <summary>By a range, as ports are: see <see cref="AclFieldValue.Range"/>.</summary>
    Range = RTE_ACL_FIELD_TYPE_RANGE,

    /// <summary>By any of its bits, as protocols and flags are: see <see cref="AclFieldValue.Bits"/>.</summary>
    Bitmask = RTE_ACL_FIELD_TYPE_BITMASK,
}
