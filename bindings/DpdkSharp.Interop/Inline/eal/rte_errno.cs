using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>The calling thread's DPDK error number. Not the C library's <c>errno</c>.</summary>
    public static int rte_errno
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => *PerLcore.Errno;
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set => *PerLcore.Errno = value;
    }
}

/// <summary>The error numbers that the inline functions answer with, negated. The same on every Linux architecture that DPDK runs on.</summary>
internal static class Errno
{
    internal const int ENOENT = 2;
    internal const int EBUSY = 16;
    internal const int ENODEV = 19;
    internal const int EINVAL = 22;
    internal const int ENOSPC = 28;
    internal const int EOVERFLOW = 75;
    internal const int ENOTSUP = 95;
    internal const int ENOBUFS = 105;
}
