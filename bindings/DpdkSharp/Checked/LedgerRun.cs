using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DpdkSharp.Interop;

namespace DpdkSharp;

/// <summary>Memory that mbufs of a pool are in, and what is the same for all of them. In native memory, a copy for each part of the address space that it reaches into.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LedgerRun
{
    /// <summary>The first mbuf.</summary>
    public nuint Base;

    /// <summary>From the first mbuf to behind the last one's room.</summary>
    public nuint Length;

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

    /// <summary>True once the pool is gone: until its memory is used again, what is left of its packets can be told.</summary>
    public bool IsDisposed;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Has(rte_mbuf* mbuf) => (nuint)mbuf - Base < Length;
}
