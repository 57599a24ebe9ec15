using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

/// <summary>The calling thread's own copies of EAL's thread-local variables.</summary>
/// <remarks>
/// A symbol look-up of a thread-local variable answers with the calling thread's copy, which stays where it is for the life
/// of the thread. So it is looked up once a thread and kept in a thread-static of our own, which the JIT reads inline.
/// </remarks>
internal static unsafe class PerLcore
{
    [ThreadStatic]
    private static uint* t_lcoreId;

    [ThreadStatic]
    private static int* t_errno;

    [ThreadStatic]
    private static int* t_threadId;

    internal static uint* LcoreId
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            uint* address = t_lcoreId;
            return address != null ? address : LookUpLcoreId();
        }
    }

    internal static int* Errno
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            int* address = t_errno;
            return address != null ? address : LookUpErrno();
        }
    }

    internal static int* ThreadId
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            int* address = t_threadId;
            return address != null ? address : LookUpThreadId();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static uint* LookUpLcoreId() => t_lcoreId = (uint*)DpdkRuntime.GetExport("librte_eal", "per_lcore__lcore_id");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int* LookUpErrno() => t_errno = (int*)DpdkRuntime.GetExport("librte_eal", "per_lcore__rte_errno");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int* LookUpThreadId() => t_threadId = (int*)DpdkRuntime.GetExport("librte_eal", "per_lcore__thread_id");
}
