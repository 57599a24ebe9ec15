using DpdkSharp.Interop;

namespace DpdkSharp;

/// <summary>The instructions by which an <see cref="Acl"/> classifies (<c>rte_acl_classify_alg</c>).</summary>
public enum AclAlgorithm
{
    /// <summary>The fastest that the processor has.</summary>
    Default = (int)rte_acl_classify_alg.RTE_ACL_CLASSIFY_DEFAULT,

    /// <summary>Ordinary ones, on any processor.</summary>
    Scalar = (int)rte_acl_classify_alg.RTE_ACL_CLASSIFY_SCALAR,

    /// <summary>SSE 4.1: up to 8 inputs at a time.</summary>
    Sse = (int)rte_acl_classify_alg.RTE_ACL_CLASSIFY_SSE,

    /// <summary>AVX2: up to 16 inputs at a time.</summary>
    Avx2 = (int)rte_acl_classify_alg.RTE_ACL_CLASSIFY_AVX2,

    /// <summary>NEON, on ARM.</summary>
    Neon = (int)rte_acl_classify_alg.RTE_ACL_CLASSIFY_NEON,

    /// <summary>AltiVec, on POWER.</summary>
    AltiVec = (int)rte_acl_classify_alg.RTE_ACL_CLASSIFY_ALTIVEC,

    /// <summary>AVX-512 with registers of 256 bits: up to 16 inputs at a time.</summary>
    Avx512X16 = (int)rte_acl_classify_alg.RTE_ACL_CLASSIFY_AVX512X16,

    /// <summary>AVX-512: up to 32 inputs at a time.</summary>
    Avx512X32 = (int)rte_acl_classify_alg.RTE_ACL_CLASSIFY_AVX512X32,
}
