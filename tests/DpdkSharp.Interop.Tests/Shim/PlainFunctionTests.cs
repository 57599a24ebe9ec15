using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using DpdkSharp.Interop.Tests.Inline;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Shim;

/// <summary>Functions of numbers and of plain memory: bits, byte order, headers, checksums, hashes, atomics, locks. C# against the shim, on random input.</summary>
public sealed unsafe class PlainFunctionTests : IDisposable
{
    private const int Cases = 10_000;
    private const int SlotSize = 512;
    private const int Slots = 6;
    // A length in a header leads up to 64 KiB on from where it stands.
    private const int Tail = 70_000;

    private static readonly HashSet<Type> s_plain =
    [
        typeof(void), typeof(byte), typeof(sbyte), typeof(ushort), typeof(short), typeof(uint), typeof(int), typeof(ulong), typeof(long),
        typeof(rte_atomic16_t), typeof(rte_atomic32_t), typeof(rte_atomic64_t), typeof(rte_int128_t), typeof(rte_ether_addr), typeof(rte_ipv4_hdr),
        typeof(rte_ipv6_hdr), typeof(rte_ipv6_addr), typeof(rte_spinlock_t), typeof(rte_rwlock_t), typeof(rte_ticketlock_t), typeof(rte_seqcount_t),
        typeof(rte_seqlock_t), typeof(rte_pflock), typeof(rte_mbuf_ext_shared_info), typeof(rte_reciprocal),
        typeof(rte_reciprocal_u64), typeof(rte_spinlock_recursive_t), typeof(rte_ticketlock_recursive_t),
    ];

    private readonly byte* _scratch = (byte*)NativeMemory.AlignedAlloc((Slots * SlotSize) + Tail, 64);
    private readonly Memory _memory = new();

    public PlainFunctionTests(EalFixture eal)
    {
        // Some ask which flags the processor has, or which thread this is.
        _ = eal;
        _memory.Add(_scratch, Slots * SlotSize);
        Memory.Fill(_scratch, (Slots * SlotSize) + Tail, new Random(1));
    }

    public static IEnumerable<TheoryDataRow<string>> Names => FunctionPair.Of(IsPlain).Select(static f => new TheoryDataRow<string>(f.Name));

    public void Dispose() => NativeMemory.AlignedFree(_scratch);

    /// <summary>True for functions that only look at their arguments and at plain memory, and give the same answer each time.</summary>
    internal static bool IsPlain(FunctionPair function) =>
        !Uncompared.Covers(function.Name)
        && !DeviceFunctionTests.LeadsToDriver(function) && !OperationFunctionTests.TakesOperations(function)
        // They take objects of a pool as void*.
        && !function.Name.StartsWith("rte_mempool_", StringComparison.Ordinal) && !function.Name.StartsWith("rte_pktmbuf_", StringComparison.Ordinal)
        && function.Parameters.All(static p => p.ParameterType.IsPrimitive || p.ParameterType.IsEnum || (p.ParameterType.IsPointer && s_plain.Contains(p.ParameterType.GetElementType()!)));

    [Theory]
    [MemberData(nameof(Names), DisableDiscoveryEnumeration = true)]
    public void The_function_equals_c(string name)
    {
        FunctionPair function = FunctionPair.All.First(f => f.Name == name);
        int seed = Environment.TickCount;
        var random = new Random(seed);
        var arguments = new object?[function.Parameters.Length];
        for (int i = 0; i < Cases; i++)
        {
            Memory.Fill(_scratch, function.Parameters.Length * SlotSize, random);
            for (int p = 0; p < arguments.Length; p++)
            {
                arguments[p] = Argument(function, function.Parameters[p], p, random);
            }
            PrepareLock(function, arguments, random);
            if (IsUndefined(name, arguments))
            {
                continue;
            }

            string? difference = function.Compare(_memory, arguments);

            Assert.True(difference is null, $"{difference} (seed {seed}, case {i})");
        }
    }

    private object Argument(FunctionPair function, ParameterInfo parameter, int position, Random random)
    {
        Type type = parameter.ParameterType;
        if (type.IsPointer)
        {
            // C reads words wherever bytes are allowed; records and numbers lie where C puts them.
            Type target = type.GetElementType()!;
            int step = target == typeof(void) && !function.Name.Contains("rte_read", StringComparison.Ordinal) && !function.Name.Contains("rte_write", StringComparison.Ordinal) ? 1
                : target == typeof(byte) || target == typeof(rte_ether_addr) || target == typeof(rte_ipv6_addr) ? 2 : 16;
            return Pointer.Box(_scratch + (position * SlotSize) + (random.Next(64 / step) * step), type);
        }
        ulong bits = (ulong)random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);
        if (Limit(function.Name, parameter.Name!) is { } limit)
        {
            bits %= limit;
        }
        if (function.Name is "rte_ipv4_phdr_cksum" or "rte_ipv6_phdr_cksum" && parameter.Name == "ol_flags")
        {
            // C# honours UDP segmentation, as C does from 24.11 on; 22.11 does not.
            bits &= ~RTE_MBUF_F_TX_UDP_SEG;
        }
        if (parameter.Name == "memorder")
        {
            // Relaxed or acquire: of others C makes an assertion.
            bits = (bits & 1) * 2;
        }
        return type == typeof(bool) ? (bits & 1) != 0
            : type.IsEnum ? Enum.ToObject(type, Enum.GetValuesAsUnderlyingType(type).GetValue(random.Next(Enum.GetValuesAsUnderlyingType(type).Length))!)
            : type == typeof(byte) ? (byte)bits
            : type == typeof(sbyte) ? (sbyte)bits
            : type == typeof(ushort) ? (ushort)bits
            : type == typeof(short) ? (short)bits
            : type == typeof(uint) ? (uint)bits
            : type == typeof(int) ? (int)bits
            : type == typeof(long) ? (long)bits
            : type == typeof(nuint) ? (nuint)bits
            : type == typeof(nint) ? (nint)(long)bits
            : bits;
    }

    /// <summary>The values that a parameter may have: lengths stay inside their memory, bits inside their word.</summary>
    private static ulong? Limit(string function, string parameter) => parameter switch
    {
        "n" or "len" or "length" or "data_len" or "size" or "input_len" when !function.StartsWith("rte_bit_", StringComparison.Ordinal) => 300,
        "nr" or "bit" or "n" => function.Contains("64", StringComparison.Ordinal) ? 64UL : 32,
        "depth" => 129,
        "align" => 4096,
        _ => null,
    };

    /// <summary>Where C leaves it open what the answer is: bits of no bit, the logarithm of what no power of two is above.</summary>
    private static bool IsUndefined(string function, object?[] arguments) => (function, arguments.FirstOrDefault()) switch
    {
        ("rte_bsf32" or "rte_clz32" or "rte_ctz32", uint v) => v == 0,
        ("rte_bsf64" or "rte_clz64" or "rte_ctz64", ulong v) => v == 0,
        ("rte_log2_u32", uint v) => v > 1U << 31,
        ("rte_log2_u64", ulong v) => v > 1UL << 63,
        _ => false,
    };

    /// <summary>To take a lock that somebody holds would wait for ever: those that wait find it free, in any of its free states.</summary>
    private void PrepareLock(FunctionPair function, object?[] arguments, Random random)
    {
        if (function.Name.StartsWith("rte_wait_until_equal", StringComparison.Ordinal))
        {
            // What is waited for is there.
            new Span<byte>(_scratch, SlotSize).Clear();
            arguments[1] = Convert.ChangeType(0, function.Parameters[1].ParameterType, CultureInfo.InvariantCulture);
        }
        if (!function.Name.EndsWith("_lock", StringComparison.Ordinal) && !function.Name.EndsWith("_lock_tm", StringComparison.Ordinal)
            && !function.Name.EndsWith("_begin", StringComparison.Ordinal))
        {
            return;
        }
        string type = function.Parameters[0].ParameterType.GetElementType()!.Name;
        var words = new Span<uint>(_scratch, SlotSize / sizeof(uint));
        uint state = (uint)random.Next();
        // A ticket lock is free when the next ticket is the current one; a sequence is even between writes; all others are free at zero.
        words.Fill(type == nameof(rte_ticketlock_t) ? (state & 0xffff) | (state << 16) : type == nameof(rte_seqcount_t) ? state & ~1U : 0);
        if (type == nameof(rte_seqlock_t))
        {
            for (int i = 0; i < words.Length; i += 2)
            {
                words[i] = state & ~1U;
            }
        }
    }
}
