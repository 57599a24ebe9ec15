using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>The names of pools, rings and tables, whose length DPDK limits as it does for memory zones, and how creating one can fail.</summary>
internal static class MemoryNames
{
    /// <param name="name">The name that the caller chose.</param>
    /// <param name="prefix">What DPDK puts before it: "MP_" for pools, "RG_" for rings, nothing for tables without a zone of their own.</param>
    public static void Check(string name, string prefix)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        int longest = (int)RTE_MEMZONE_NAMESIZE - 1 - prefix.Length;
        // A pool keeps its objects in a ring of the same name.
        longest = prefix == "MP_" ? longest - "RG_".Length : longest;
        int length = System.Text.Encoding.UTF8.GetByteCount(name);
        if (length > longest)
        {
            throw new ArgumentException($"The name '{name}' takes {length:D} bytes; DPDK allows {longest:D}.", nameof(name));
        }
    }

    public static void CheckPoolSize(int count, int cacheSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        // The ring that holds the objects has one place more, rounded up to a power of two, and at most 2^30.
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, (1 << 30) - 1);
        ArgumentOutOfRangeException.ThrowIfNegative(cacheSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cacheSize, (int)RTE_MEMPOOL_CACHE_MAX_SIZE);
        // DPDK lets a cache grow to one and a half times its size, and refuses pools that one cache could empty.
        long most = (long)count * 2 / 3;
        if (cacheSize > most)
        {
            throw new ArgumentException(
                $"A cache of {cacheSize:D} is too large for a pool of {count:D}: at most {most:D}. Make the pool larger or the cache smaller.", nameof(cacheSize));
        }
    }

    public static DpdkException Failure(string what, string function, int errno, long bytes)
    {
        const int OutOfMemory = 12;
        const int Exists = 17;
        const int Invalid = 22;
        // What a pool answers when its memory is only there in pieces that are too small.
        const int NoBuffers = 105;
        string? advice = errno switch
        {
            OutOfMemory or NoBuffers => $"It needs about {bytes / 1024 / 1024 + 1:D} MB of EAL's memory: give EAL more (-m or --socket-mem), reserve more huge pages, or ask for less.",
            Exists => "There is one of that name already: choose another name, or dispose of the other one first.",
            // A pool keeps its objects in a ring, and that is a driver too.
            Invalid when DriverFolder.Missing is { } missing => $"{char.ToUpperInvariant(missing[0])}{missing[1..]}.",
            _ => null,
        };
        return new DpdkException($"{what} could not be created", function, errno, advice);
    }
}
