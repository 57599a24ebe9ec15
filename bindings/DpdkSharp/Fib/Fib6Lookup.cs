using DpdkSharp.Interop;

namespace DpdkSharp;

/// <summary>How a <see cref="Fib6"/> looks up (<c>rte_fib6_lookup_type</c>).</summary>
public enum Fib6Lookup
{
    /// <summary>The fastest that the processor has.</summary>
    Default = (int)rte_fib6_lookup_type.RTE_FIB6_LOOKUP_DEFAULT,

    /// <summary>One address after the other.</summary>
    Scalar = (int)rte_fib6_lookup_type.RTE_FIB6_LOOKUP_TRIE_SCALAR,

    /// <summary>Sixteen addresses at a time, on processors with AVX-512.</summary>
    VectorAvx512 = (int)rte_fib6_lookup_type.RTE_FIB6_LOOKUP_TRIE_VECTOR_AVX512,
}
