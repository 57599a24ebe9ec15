using System.Runtime.InteropServices;

namespace DpdkSharp.Interop.Tests.Inline;

/// <summary>Memory with nothing readable behind it: a read too far ends the process.</summary>
internal sealed unsafe partial class GuardedMemory : IDisposable
{
    private const int ReadWrite = 3;
    private const int PrivateAnonymous = 0x22;
    private readonly nuint _size;
    private readonly byte* _start;

    public GuardedMemory(int size)
    {
        _size = (nuint)size;
        _start = (byte*)mmap(null, _size * 2, ReadWrite, PrivateAnonymous, -1, 0);
        if (_start == (byte*)-1 || mprotect(_start + _size, _size, 0) != 0)
        {
            throw new InvalidOperationException("No memory could be mapped.");
        }
    }

    /// <summary>The first byte that cannot be read.</summary>
    public byte* End => _start + _size;

    public void Dispose() => _ = munmap(_start, _size * 2);

    [DllImport("libc", ExactSpelling = true)]
    private static extern void* mmap(void* address, nuint length, int protection, int flags, int descriptor, nint offset);

    [DllImport("libc", ExactSpelling = true)]
    private static extern int mprotect(void* address, nuint length, int protection);

    [DllImport("libc", ExactSpelling = true)]
    private static extern int munmap(void* address, nuint length);
}
