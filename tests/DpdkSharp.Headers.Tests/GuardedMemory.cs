using System.Runtime.InteropServices;

namespace DpdkSharp.Headers.Tests;

/// <summary>A page of memory between two pages that can't be touched: whoever reads one byte too far, either way, crashes the test process.</summary>
public sealed unsafe class GuardedMemory : IDisposable
{
    private const int ProtNone = 0;
    private const int ProtReadWrite = 3;
    private const int MapPrivateAnonymous = 0x22;

    private readonly nuint _page = (nuint)Environment.SystemPageSize;
    private readonly byte* _base;

    public GuardedMemory()
    {
        _base = (byte*)mmap(null, 3 * _page, ProtNone, MapPrivateAnonymous, -1, 0);
        Assert.NotEqual(-1, (nint)_base);
        Assert.Equal(0, mprotect(_base + _page, _page, ProtReadWrite));
    }

    /// <summary>A copy of some bytes whose last byte is the last that may be read.</summary>
    public Span<byte> AtEnd(ReadOnlySpan<byte> bytes)
    {
        Span<byte> place = new(_base + (2 * _page) - bytes.Length, bytes.Length);
        bytes.CopyTo(place);
        return place;
    }

    /// <summary>A copy of some bytes whose first byte is the first that may be read.</summary>
    public Span<byte> AtStart(ReadOnlySpan<byte> bytes)
    {
        Span<byte> place = new(_base + _page, bytes.Length);
        bytes.CopyTo(place);
        return place;
    }

    public void Dispose() => _ = munmap(_base, 3 * _page);

    [DllImport("libc")]
    private static extern void* mmap(void* address, nuint length, int protection, int flags, int file, nint offset);

    [DllImport("libc")]
    private static extern int mprotect(void* address, nuint length, int protection);

    [DllImport("libc")]
    private static extern int munmap(void* address, nuint length);
}
