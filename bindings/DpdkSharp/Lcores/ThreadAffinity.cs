using System.Runtime.InteropServices;

namespace DpdkSharp;

/// <summary>The CPUs that the calling thread may run on.</summary>
internal readonly unsafe struct ThreadAffinity
{
    private readonly CpuMask _mask;

    private ThreadAffinity(CpuMask mask)
    {
        _mask = mask;
    }

    public static ThreadAffinity Current()
    {
        CpuMask mask = default;
        _ = sched_getaffinity(0, (nuint)sizeof(CpuMask), &mask);
        return new ThreadAffinity(mask);
    }

    public static ThreadAffinity FromCpus(Interop.cpu_set_t cpus)
    {
        CpuMask mask = default;
        for (int i = 0; i < 16; i++)
        {
            mask.Bits[i] = cpus.__bits[i];
        }
        return new ThreadAffinity(mask);
    }

    /// <summary>Confines the calling thread to these CPUs.</summary>
    public void Apply()
    {
        CpuMask mask = _mask;
        _ = sched_setaffinity(0, (nuint)sizeof(CpuMask), &mask);
    }

    [DllImport("libc", ExactSpelling = true)]
    private static extern int sched_getaffinity(int process, nuint size, CpuMask* mask);

    [DllImport("libc", ExactSpelling = true)]
    private static extern int sched_setaffinity(int process, nuint size, CpuMask* mask);

    [StructLayout(LayoutKind.Sequential)]
    private struct CpuMask
    {
        public fixed ulong Bits[16];
    }
}
