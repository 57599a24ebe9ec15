using System.Runtime.InteropServices;

namespace DpdkSharp.Faults;

/// <summary>How long the calling thread has had a CPU.</summary>
internal static unsafe class ThreadTime
{
    private const int ThreadCpuTime = 3;

    public static TimeSpan Current
    {
        get
        {
            // Seconds and nanoseconds.
            long* time = stackalloc long[2];
            return clock_gettime(ThreadCpuTime, time) == 0
                ? TimeSpan.FromSeconds(time[0]) + TimeSpan.FromTicks(time[1] / TimeSpan.NanosecondsPerTick)
                : throw new InvalidOperationException("The thread's time could not be read (clock_gettime).");
        }
    }

    [DllImport("libc", ExactSpelling = true)]
    private static extern int clock_gettime(int clock, long* time);
}
