using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DpdkSharp.Interop;

// Addresses are in the processor's order. The first table is asked by the upper 24 bits; where longer routes exist, its entry names a
// group of the second one, asked by the other 8. Without the debug option C checks no pointers; neither is it done here. There are no
// gathers on purpose: they were found slower than single loads. The first table is where the record begins; its field is not named, as
// the address of a field is computed with a check for null.
public static unsafe partial class Dpdk
{
    private const uint LpmNextHopMask = 0x00FF_FFFF;

    /// <summary>The next hop of the longest route that matches: 0, or -ENOENT when none does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_lpm_lookup(rte_lpm* lpm, uint ip, uint* next_hop)
    {
        uint entry = LpmEntry(lpm, ip);
        *next_hop = entry & LpmNextHopMask;
        return (entry & RTE_LPM_LOOKUP_SUCCESS) != 0 ? 0 : -Errno.ENOENT;
    }

    /// <summary>
    /// Looks up many addresses. Each result is the raw entry: <c>RTE_LPM_LOOKUP_SUCCESS</c> is set where a route matches, and the lower
    /// 24 bits are its next hop.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_lpm_lookup_bulk_func(rte_lpm* lpm, uint* ips, uint* next_hops, uint n)
    {
        for (nuint i = 0; i < n; i++)
        {
            next_hops[i] = LpmEntry(lpm, ips[i]);
        }

        return 0;
    }

    /// <summary>The next hops of four addresses; <paramref name="defv"/> where no route matches.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_lpm_lookupx4(rte_lpm* lpm, Vector128<uint> ip, uint* hop, uint defv)
    {
        var first = (uint*)lpm;
        ulong low = ip.AsUInt64().GetElement(0);
        ulong high = ip.AsUInt64().GetElement(1);
        Vector128<uint> entries = Vector128.Create(
            first[(uint)low >> 8], first[low >> 40], first[(uint)high >> 8], first[high >> 40]);
        Vector128<uint> kind = entries & Vector128.Create((uint)RTE_LPM_VALID_EXT_ENTRY_BITMASK);
        if (kind == Vector128.Create((uint)RTE_LPM_LOOKUP_SUCCESS))
        {
            // All four matched, none by a route of more than 24 bits: the usual case.
            (entries & Vector128.Create(LpmNextHopMask)).Store(hop);
            return;
        }

        for (int i = 0; i < 4; i++)
        {
            uint entry = LpmSecond(lpm, entries.GetElement(i), ip.GetElement(i));
            hop[i] = (entry & RTE_LPM_LOOKUP_SUCCESS) != 0 ? entry & LpmNextHopMask : defv;
        }
    }

    /// <inheritdoc cref="rte_lpm_lookupx4(rte_lpm*, Vector128{uint}, uint*, uint)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_lpm_lookupx4(rte_lpm* lpm, Vector128<long> ip, uint* hop, uint defv) =>
        rte_lpm_lookupx4(lpm, ip.AsUInt32(), hop, defv);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint LpmEntry(rte_lpm* lpm, uint ip) => LpmSecond(lpm, ((uint*)lpm)[ip >> 8], ip);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint LpmSecond(rte_lpm* lpm, uint entry, uint ip) =>
        (entry & RTE_LPM_VALID_EXT_ENTRY_BITMASK) == RTE_LPM_VALID_EXT_ENTRY_BITMASK
            ? ((uint*)lpm->tbl8)[((entry & LpmNextHopMask) * RTE_LPM_TBL8_GROUP_NUM_ENTRIES) + (byte)ip]
            : entry;
}
