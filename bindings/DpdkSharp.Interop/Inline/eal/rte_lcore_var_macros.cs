using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>Makes a variable of which each lcore has its own copy, set to zero: its handle. It lives as long as the process.</summary>
    [Experimental("DPDK0001")]
    public static T* RTE_LCORE_VAR_ALLOC<T>()
        where T : unmanaged => (T*)rte_lcore_var_alloc((nuint)sizeof(T), (nuint)AlignmentOf<T>());

    /// <summary>As <see cref="RTE_LCORE_VAR_ALLOC{T}"/>, of <paramref name="size"/> bytes.</summary>
    [Experimental("DPDK0001")]
    public static void* RTE_LCORE_VAR_ALLOC_SIZE(nuint size) => rte_lcore_var_alloc(size, 0);

    /// <summary>As <see cref="RTE_LCORE_VAR_ALLOC{T}"/>, of <paramref name="size"/> bytes at a multiple of <paramref name="align"/>.</summary>
    [Experimental("DPDK0001")]
    public static void* RTE_LCORE_VAR_ALLOC_SIZE_ALIGN(nuint size, nuint align) => rte_lcore_var_alloc(size, align);

    /// <summary>An lcore's copy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T* RTE_LCORE_VAR_LCORE<T>(uint lcore_id, T* handle)
        where T : unmanaged => (T*)rte_lcore_var_lcore(lcore_id, handle);

    /// <summary>The copy of the lcore that the calling thread is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T* RTE_LCORE_VAR<T>(T* handle)
        where T : unmanaged => RTE_LCORE_VAR_LCORE(rte_lcore_id(), handle);

    /// <summary>All lcores' copies, in the order of their numbers, of lcores that there are not too.</summary>
    public static rte_lcore_var_sequence<T> RTE_LCORE_VAR_FOREACH<T>(T* handle)
        where T : unmanaged => new(handle);

    // As C's alignof: where the type would lie behind a single byte.
    private static int AlignmentOf<T>()
        where T : unmanaged => sizeof(AfterByte<T>) - sizeof(T);

#pragma warning disable CS0649 // Never assigned: only its size is asked for.
    private struct AfterByte<T>
        where T : unmanaged
    {
        public byte First;
        public T Second;
    }
#pragma warning restore CS0649
}

/// <summary>What <c>RTE_LCORE_VAR_FOREACH</c> walks. Nothing is allocated.</summary>
public readonly unsafe struct rte_lcore_var_sequence<T>
    where T : unmanaged
{
    private readonly T* _handle;

    internal rte_lcore_var_sequence(T* handle) => _handle = handle;

    public Enumerator GetEnumerator() => new(_handle);

    public struct Enumerator
    {
        private readonly T* _handle;
        private uint _next;

        internal Enumerator(T* handle) => _handle = handle;

        public readonly T* Current => Dpdk.RTE_LCORE_VAR_LCORE(_next - 1, _handle);

        public bool MoveNext() => _next++ < Dpdk.RTE_MAX_LCORE;
    }
}
