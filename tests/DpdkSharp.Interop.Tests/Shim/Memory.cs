using System.Runtime.InteropServices;

namespace DpdkSharp.Interop.Tests.Shim;

/// <summary>Pieces of native memory that two calls see in the same state, one after the other, and that are compared afterwards.</summary>
internal sealed unsafe class Memory
{
    private readonly List<(nint Start, byte[] Before, byte[] After)> _pieces = [];

    /// <summary>Fills memory with what a seed gives (SplitMix64): a seeded <see cref="Random"/> takes ten times as long.</summary>
    public static void Fill(void* start, int length, Random random)
    {
        ulong state = (ulong)random.NextInt64();
        foreach (ref ulong word in new Span<ulong>(start, length / sizeof(ulong)))
        {
            state += 0x9e3779b97f4a7c15;
            ulong z = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9;
            z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
            word = z ^ (z >> 31);
        }
    }

    /// <summary>A piece that belongs to somebody else.</summary>
    public void Add(void* start, int length) => _pieces.Add(((nint)start, new byte[length], new byte[length]));

    /// <summary>A pool of objects over a ring: what it is, what it has in its caches and its ring, and all objects.</summary>
    public void AddPool(rte_mempool* pool)
    {
        Add(pool, sizeof(rte_mempool));
        // Of the main lcore's cache more than a small one ever fills.
        Add(pool->local_cache, 512);
        var ring = (rte_ring*)pool->pool_data;
        Add(ring, (int)Dpdk.rte_ring_get_memsize(ring->size));
        GCHandle handle = GCHandle.Alloc(this);
        Assert.Equal(1u, Dpdk.rte_mempool_mem_iter(pool, &AddChunk, (void*)GCHandle.ToIntPtr(handle)));
        handle.Free();
    }

    /// <summary>Keeps what is there now.</summary>
    public void Save()
    {
        foreach ((nint start, byte[] before, _) in _pieces)
        {
            new ReadOnlySpan<byte>((void*)start, before.Length).CopyTo(before);
        }
    }

    /// <summary>Keeps what a call made of it, and puts back what was there before.</summary>
    public void Rewind()
    {
        foreach ((nint start, byte[] before, byte[] after) in _pieces)
        {
            new ReadOnlySpan<byte>((void*)start, after.Length).CopyTo(after);
            before.CopyTo(new Span<byte>((void*)start, before.Length));
        }
    }

    /// <summary>Puts back what was there before.</summary>
    public void Restore()
    {
        foreach ((nint start, byte[] before, _) in _pieces)
        {
            before.CopyTo(new Span<byte>((void*)start, before.Length));
        }
    }

    /// <summary>Where it differs from what the first call made of it; null when it does not.</summary>
    public string? Difference()
    {
        for (int i = 0; i < _pieces.Count; i++)
        {
            (nint start, byte[] before, byte[] after) = _pieces[i];
            var now = new ReadOnlySpan<byte>((void*)start, after.Length);
            int common = now.CommonPrefixLength(after);
            if (common < after.Length)
            {
                int end = Math.Min(after.Length, (common & ~7) + 16);
                return $"memory {i} at {common & ~7}: {Convert.ToHexString(after.AsSpan((common & ~7)..end))} in C#, {Convert.ToHexString(now[(common & ~7)..end])} in C, {Convert.ToHexString(before.AsSpan((common & ~7)..end))} before";
            }
        }
        return null;
    }

    [UnmanagedCallersOnly]
    private static void AddChunk(rte_mempool* pool, void* memory, rte_mempool_memhdr* chunk, uint index) =>
        ((Memory)GCHandle.FromIntPtr((nint)memory).Target!).Add(chunk->addr, (int)chunk->len);
}
