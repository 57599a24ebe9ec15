using System.Runtime.CompilerServices;
using DpdkSharp.Headers;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Benchmarks.Worker.Operations;

/// <summary>Hash functions over keys whose size the compiler knows, as that of a struct.</summary>
internal static unsafe class HashOperations
{
    public static IReadOnlyList<Benchmark> All { get; } =
    [
        new("hash-crc-16", static r => r.IsSafe ? CrcSafe(r.Count, 16) : Crc(r.Count, 16)),
        new("hash-crc-64", static r => r.IsSafe ? CrcSafe(r.Count, 64) : Crc(r.Count, 64)),
        new("hash-jhash-16", static r => Jhash(r.Count, 16)),
        new("hash-jhash-64", static r => Jhash(r.Count, 64)),
        new("hash-toeplitz-16", static r => Toeplitz(r.Count, 16)),
        new("hash-toeplitz-64", static r => Toeplitz(r.Count, 64)),
    ];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static BenchmarkResult Crc(ulong count, uint size)
    {
        byte* input = Operation.Input;
        ulong sum = 0, start = rte_rdtsc();
        for (ulong i = 0; i < count; i++)
        {
            sum += rte_hash_crc(Operation.InputAt(input, i), size, 1);
        }
        return Operation.End(start, count, sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static BenchmarkResult CrcSafe(ulong count, int size)
    {
        byte* input = Operation.Input;
        ulong sum = 0, start = EalClock.Cycles;
        for (ulong i = 0; i < count; i++)
        {
            // The CRC as protocols have it is complemented, before and after.
            sum += ~Crc32c.Append(~1U, new ReadOnlySpan<byte>(Operation.InputAt(input, i), size));
        }
        return Operation.End(start, count, sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static BenchmarkResult Jhash(ulong count, uint size)
    {
        byte* input = Operation.Input;
        ulong sum = 0, start = rte_rdtsc();
        for (ulong i = 0; i < count; i++)
        {
            sum += rte_jhash(Operation.InputAt(input, i), size, 1);
        }
        return Operation.End(start, count, sum);
    }

    // The key is the input's end: it has to be 32 bits longer than what is hashed.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static BenchmarkResult Toeplitz(ulong count, uint size)
    {
        byte* input = Operation.Input;
        byte* key = input + (Operation.InputBytes / 2);
        ulong sum = 0, start = rte_rdtsc();
        for (ulong i = 0; i < count; i++)
        {
            sum += rte_softrss_be((uint*)Operation.InputAt(input, i), size / sizeof(uint), key);
        }
        return Operation.End(start, count, sum);
    }
}
