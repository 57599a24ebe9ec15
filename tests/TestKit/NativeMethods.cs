using System.Runtime.InteropServices;

namespace DpdkSharp.TestKit;

internal static partial class NativeMethods
{
    [LibraryImport("libc")]
    internal static partial int kill(int pid, int signal);
}
