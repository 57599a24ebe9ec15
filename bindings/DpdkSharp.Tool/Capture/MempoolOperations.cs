using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Tool.Capture;

/// <summary>
/// A pool says by a number in shared memory which functions it works with, and each process has its own table of them, in the order in which its drivers were
/// loaded: another program's order may be another one (dpdk-testpmd's is), and it would call the wrong functions on a pool of ours. So our table is brought into
/// the program's order before we make one.
/// </summary>
internal static unsafe class MempoolOperations
{
    private const string RingOperations = "ring_mp_mc";

    /// <summary>Gives the operations of ordinary pools the number that they have in the program.</summary>
    public static void NumberAsThePrimary()
    {
        int theirs = -1;
        rte_mempool_walk(&FindOrdinary, &theirs);
        rte_mempool_ops_table* table = rte_mempool_ops_table_;
        rte_mempool_ops* operations = (rte_mempool_ops*)&table->ops;
        int ours = -1;
        for (int i = 0; i < (int)table->num_ops; i++)
        {
            if (Name(ref operations[i].name[0]) == RingOperations)
            {
                ours = i;
            }
        }
        if (theirs < 0 || ours < 0 || theirs == ours)
        {
            return;
        }
        (operations[theirs], operations[ours]) = (operations[ours], operations[theirs]);
        table->num_ops = Math.Max(table->num_ops, (uint)theirs + 1);
    }

    // One that lies in a ring for any number of threads at both ends: nearly all do.
    [UnmanagedCallersOnly]
    private static void FindOrdinary(rte_mempool* pool, void* found)
    {
        if ((pool->flags & (RTE_MEMPOOL_F_SP_PUT | RTE_MEMPOOL_F_SC_GET)) != 0)
        {
            return;
        }
        fixed (byte* zone = Encoding.UTF8.GetBytes("RG_MP_" + Name(ref pool->name[0]) + "\0"))
        {
            if (rte_memzone_lookup(zone) is var memory && memory != null && memory->addr == pool->pool_data)
            {
                *(int*)found = pool->ops_index;
            }
        }
    }

    private static string Name(ref byte first) => Marshal.PtrToStringUTF8((nint)Unsafe.AsPointer(ref first)) ?? string.Empty;
}
