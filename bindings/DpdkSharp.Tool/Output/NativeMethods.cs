using System.Runtime.InteropServices;

namespace DpdkSharp.Tool.Output;

internal static unsafe partial class NativeMethods
{
    private const short PollError = 8;

    /// <summary>The descriptor is a pipe or socket whose other end is closed: what is written goes nowhere.</summary>
    public static bool IsReaderGone(int descriptor)
    {
        var entry = new PollEntry { Descriptor = descriptor };
        return poll(&entry, 1, 0) > 0 && (entry.Returned & PollError) != 0;
    }

    [LibraryImport("libc")]
    private static partial int poll(PollEntry* entries, nuint count, int milliseconds);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollEntry
    {
        public int Descriptor;
        public short Asked;
        public short Returned;
    }
}
