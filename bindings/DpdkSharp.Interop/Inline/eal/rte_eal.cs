using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>The calling thread's id as the kernel knows it, remembered after the first call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_gettid()
    {
        int* id = PerLcore.ThreadId;
        if (*id == -1)
        {
            *id = rte_sys_gettid();
        }

        return *id;
    }
}
