using System.Runtime.InteropServices;
using DpdkSharp.Interop;

namespace DpdkSharp;

/// <summary>Mbufs of a pool that stand at equal distances, and where their entries are. In native memory, a copy for each piece of address space that it reaches into.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LedgerRun
{
    /// <summary>The first mbuf.</summary>
    public nuint Base;

    /// <summary>From the first mbuf to behind the last one's room.</summary>
    public nuint Length;

    /// <summary>2^64 by the distance, rounded up: to divide by multiplying.</summary>
    public ulong Reciprocal;

    /// <summary>The first mbuf's entry.</summary>
    public LedgerEntry* Entries;

    /// <summary>Another run in the same bucket.</summary>
    public LedgerRun* Next;

    public rte_mempool* Pool;

    /// <summary>From an mbuf to its own buffer.</summary>
    public uint BufferOffset;

    /// <summary>From an mbuf to the end of its own buffer.</summary>
    public uint BufferEnd;

    /// <summary>The number of the pool in <see cref="PoolLedger"/>.</summary>
    public int PoolNumber;

    /// <summary>How many bytes behind the buffer hold the mark.</summary>
    public uint FenceLength;
}
