using System.Runtime.InteropServices;

namespace DpdkSharp.Tool.Stats;

internal static unsafe partial class NativeMethods
{
    [LibraryImport("libc")]
    internal static partial nint process_vm_readv(int pid, IoVector* local, nuint localCount, IoVector* remote, nuint remoteCount, nuint flags);
}
