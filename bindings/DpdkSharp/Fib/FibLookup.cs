using DpdkSharp.Interop;

namespace DpdkSharp;

/// <summary>How a <see cref="Fib"/> looks up (<c>rte_fib_lookup_type</c>).</summary>
public enum FibLookup
{
    /// <summary>The fastest that the processor has.</summary>
    Default = (int)rte_fib_lookup_type.RTE_FIB_LOOKUP_DEFAULT,

    /// <summary>One address after the other, code of its own for each entry size.</summary>
    ScalarMacro = (int)rte_fib_lookup_type.RTE_FIB_LOOKUP_DIR24_8_SCALAR_MACRO,

    /// <summary>One address after the other, one code made for each entry size.</summary>
    ScalarInline = (int)rte_fib_lookup_type.RTE_FIB_LOOKUP_DIR24_8_SCALAR_INLINE,

    /// <summary>One address after the other, one code for all entry sizes.</summary>
    ScalarUni = (int)rte_fib_lookup_type.RTE_FIB_LOOKUP_DIR24_8_SCALAR_UNI,

    /// <summary>Sixteen addresses at a time, on processors with AVX-512.</summary>
    VectorAvx512 = (int)rte_fib_lookup_type.RTE_FIB_LOOKUP_DIR24_8_VECTOR_AVX512,
}
