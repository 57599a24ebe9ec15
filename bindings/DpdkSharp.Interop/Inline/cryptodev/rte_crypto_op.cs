using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>What lies that many bytes behind the start of the operation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T* rte_crypto_op_ctod_offset<T>(rte_crypto_op* c, nuint o)
        where T : unmanaged => (T*)((byte*)c + o);

    /// <summary>Its IO address.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_crypto_op_ctophys_offset(rte_crypto_op* c, ulong o) => c->phys_addr + o;
}
