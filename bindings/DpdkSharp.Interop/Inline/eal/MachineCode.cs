using System.Runtime.InteropServices;

namespace DpdkSharp.Interop;

/// <summary>A few instructions that .NET has no intrinsic for, in a page of their own, executable and no longer writable.</summary>
internal static unsafe partial class MachineCode
{
    private const int ProtRead = 1;
    private const int ProtWrite = 2;
    private const int ProtExec = 4;
    private const int MapPrivateAnonymous = 0x22;

    /// <summary>Where the code can be called; null where there is none, and where the system forbids new executable pages.</summary>
    internal static void* Load(ReadOnlySpan<byte> code)
    {
        if (code.IsEmpty)
        {
            return null;
        }

        nuint size = (nuint)Environment.SystemPageSize;
        void* page = mmap(null, size, ProtRead | ProtWrite, MapPrivateAnonymous, -1, 0);
        if (page == (void*)-1)
        {
            return null;
        }

        code.CopyTo(new Span<byte>(page, code.Length));
        // The page has not been executed from before, so on arm64 the kernel itself brings the instruction cache up to date here.
        if (mprotect(page, size, ProtRead | ProtExec) != 0)
        {
            _ = munmap(page, size);
            return null;
        }

        return page;
    }

    [DllImport("libc", ExactSpelling = true)]
    private static extern void* mmap(void* address, nuint length, int protection, int flags, int descriptor, nint offset);

    [DllImport("libc", ExactSpelling = true)]
    private static extern int mprotect(void* address, nuint length, int protection);

    [DllImport("libc", ExactSpelling = true)]
    private static extern int munmap(void* address, nuint length);
}
