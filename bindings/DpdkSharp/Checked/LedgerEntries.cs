using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DpdkSharp.Interop;

namespace DpdkSharp;

/// <summary>
/// The entries of all mbufs, found by three instructions: one for each 128 bytes of address space, which is the size of an mbuf's header. The memory is reserved
/// and not used until it is written to: pools cost a quarter of their own size at the most.
/// </summary>
internal static unsafe partial class LedgerEntries
{
    // The size of an entry by that of an mbuf's header, as a shift; the entry's own size, less one.
    private const int RatioBits = 2;
    private const ulong WithinEntry = 31;

    // 256 GB of addresses: DPDK's memory lies closer together. Where less can be had, pools that are further apart than that are not told apart.
    private const int MostBits = 38;
    private const int FewestBits = 32;

    private const int ProtReadWrite = 3;
    private const int MapPrivateAnonymousNoReserve = 0x4022;

    private static readonly (nint Address, int Bits) s_memory = Reserve();
    private static readonly byte* s_base = (byte*)s_memory.Address;
    private static readonly ulong s_mask = ((1UL << (s_memory.Bits - RatioBits)) - 1) & ~WithinEntry;

    /// <summary>An mbuf's entry; any address has one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LedgerEntry* Of(rte_mbuf* mbuf) => (LedgerEntry*)(s_base + (((ulong)mbuf >> RatioBits) & s_mask));

    private static (nint Address, int Bits) Reserve()
    {
        for (int bits = MostBits; bits >= FewestBits; bits -= 2)
        {
            void* address = mmap(null, (nuint)1 << (bits - RatioBits), ProtReadWrite, MapPrivateAnonymousNoReserve, -1, 0);
            if (address != (void*)-1)
            {
                return ((nint)address, bits);
            }
        }
        throw new InvalidOperationException("The checked mode could not reserve a gigabyte of address space: lift the limit (ulimit -v), or run without it.");
    }

    [DllImport("libc", ExactSpelling = true)]
    private static extern void* mmap(void* address, nuint length, int protection, int flags, int descriptor, nint offset);
}
