using System.Runtime.InteropServices;

namespace DpdkSharp.Fuzz;

/// <summary>Memory between two pages that nobody may touch: whoever reads or writes one byte too far, either way, ends the process, and is seen.</summary>
internal sealed unsafe class GuardedMemory
{
    private const int ProtNone = 0;
    private const int ProtReadWrite = 3;
    private const int MapPrivateAnonymous = 0x22;

    private readonly byte* _start;

    public GuardedMemory(int size)
    {
        nuint page = (nuint)Environment.SystemPageSize;
        Size = (int)(((nuint)size + page - 1) / page * page);
        byte* all = (byte*)mmap(null, (nuint)Size + (2 * page), ProtNone, MapPrivateAnonymous, -1, 0);
        if ((nint)all == -1 || mprotect(all + page, (nuint)Size, ProtReadWrite) != 0)
        {
            throw new InvalidOperationException("No memory between guard pages could be had.");
        }
        _start = all + page;
    }

    /// <summary>A multiple of the page size.</summary>
    public int Size { get; }

    /// <summary>The first byte that may be touched.</summary>
    public byte* Start => _start;

    /// <summary>The place for some bytes whose last one is the last that may be touched.</summary>
    public byte* End(int length) => _start + Size - length;

    /// <summary>A copy of some bytes at the end.</summary>
    public Span<byte> AtEnd(ReadOnlySpan<byte> bytes)
    {
        var place = new Span<byte>(End(bytes.Length), bytes.Length);
        bytes.CopyTo(place);
        return place;
    }

    [DllImport("libc")]
    private static extern void* mmap(void* address, nuint length, int protection, int flags, int file, nint offset);

    [DllImport("libc")]
    private static extern int mprotect(void* address, nuint length, int protection);
}
