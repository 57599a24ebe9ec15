using System.Reflection;
using System.Runtime.InteropServices;
using DpdkSharp.Interop.Tests.Inline;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Shim;

/// <summary>Functions of crypto and baseband operations: C# against the shim, on real pools of every type of operation, more or less full, on an lcore.</summary>
public sealed unsafe class OperationFunctionTests : IDisposable
{
    private const int Cases = 10_000;
    private const int Operations = 15;
    private const int SlotSize = 512;
    private const int Slots = 5;

    private readonly EalFixture _eal;
    private readonly byte* _scratch = (byte*)NativeMemory.AlignedAlloc(Slots * SlotSize, 64);

    public OperationFunctionTests(EalFixture eal) => _eal = eal;

    public static IEnumerable<TheoryDataRow<string>> Names => FunctionPair.Of(TakesOperations).Select(static f => new TheoryDataRow<string>(f.Name));

    public void Dispose() => NativeMemory.AlignedFree(_scratch);

    internal static bool TakesOperations(FunctionPair function) =>
        function.Name.StartsWith("rte_crypto_", StringComparison.Ordinal)
        || (function.Name.StartsWith("rte_bbdev_", StringComparison.Ordinal) && function.Name.EndsWith("_bulk", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Names), DisableDiscoveryEnumeration = true)]
    public void The_function_equals_c(string name) => _eal.Run(() =>
    {
        nint[] pools = [.. name.StartsWith("rte_bbdev", StringComparison.Ordinal) ? BasebandPools() : CryptoPools()];
        var pristine = new Memory();
        var memory = new Memory();
        foreach (nint pool in pools)
        {
            pristine.AddPool((rte_mempool*)pool);
            memory.AddPool((rte_mempool*)pool);
        }

        memory.Add(_scratch, Slots * SlotSize);
        pristine.Save();
        // Those of 22.11 and those of later versions count in different types.
        foreach (FunctionPair function in FunctionPair.All.Where(f => f.Name == name))
        {
            Compare(function, pools, pristine, memory);
        }

        pristine.Restore();
        foreach (nint pool in pools)
        {
            rte_mempool_free((rte_mempool*)pool);
        }
    });

    private void Compare(FunctionPair function, nint[] pools, Memory pristine, Memory memory)
    {
        int seed = Environment.TickCount;
        var random = new Random(seed);
        var arguments = new object?[function.Parameters.Length];
        void** taken = stackalloc void*[Operations];
        for (int i = 0; i < Cases; i++)
        {
            pristine.Restore();
            Memory.Fill(_scratch, Slots * SlotSize, random);
            // Some are out already; what is left may be less than what is asked for.
            var pool = (rte_mempool*)pools[random.Next(pools.Length)];
            int count = random.Next(1, Operations + 1);
            Assert.Equal(0, DpdkShim.rte_mempool_generic_get(pool, taken, (uint)count, random.Next(2) == 0 ? null : DpdkShim.rte_mempool_default_cache(pool, rte_lcore_id())));
            for (int p = 0; p < arguments.Length; p++)
            {
                arguments[p] = Argument(function, function.Parameters[p], _scratch + (p * SlotSize), pool, new Span<nint>(taken, count), random);
            }

            string? difference = function.Compare(memory, arguments);

            Assert.True(difference is null, $"{difference} (seed {seed}, case {i})");
        }
    }

    private static object? Argument(FunctionPair function, ParameterInfo parameter, byte* slot, rte_mempool* pool, Span<nint> taken, Random random)
    {
        Type type = parameter.ParameterType;
        if (type == typeof(rte_mempool*))
        {
            return Pointer.Box(pool, type);
        }

        if (type == typeof(rte_crypto_op*))
        {
            var operation = (rte_crypto_op*)taken[0];
            operation->type = (byte)random.Next(3);
            // Whom it belongs to an operation in an mbuf does not say.
            operation->mempool = random.Next(4) == 0 ? null : operation->mempool;
            return Pointer.Box(function.Name == "rte_crypto_op_free" && random.Next(8) == 0 ? null : operation, type);
        }

        if (type == typeof(rte_mbuf*))
        {
            ((rte_mbuf*)slot)->priv_size = (ushort)(random.Next(48) * 8);
            return Pointer.Box(random.Next(8) == 0 ? null : slot, type);
        }

        if (type.IsPointer)
        {
            taken.CopyTo(new Span<nint>(slot, SlotSize / sizeof(nint)));
            return Pointer.Box(slot, type);
        }

        // What is given back is what was taken; what is asked for may be more than there is.
        int most = function.Name.Contains("free", StringComparison.Ordinal) ? taken.Length : Operations + 2;
        return type switch
        {
            // Not none: C writes beyond the area then.
            _ when type == typeof(byte) => (byte)random.Next(1, 8),
            _ when type == typeof(ushort) => (ushort)random.Next(most + 1),
            _ when type.IsEnum => Enum.ToObject(type, random.Next(3)),
            _ => (uint)random.Next(most + 1),
        };
    }

    private static IEnumerable<nint> CryptoPools() => ((rte_crypto_op_type[])[RTE_CRYPTO_OP_TYPE_UNDEFINED, RTE_CRYPTO_OP_TYPE_SYMMETRIC, RTE_CRYPTO_OP_TYPE_ASYMMETRIC])
        .Select(static type => Made(rte_crypto_op_pool_create(EalFixture.UniqueName("crypto"), type, Operations, 4, 256, -1)));

    private static IEnumerable<nint> BasebandPools()
    {
        rte_bbdev_op_type[] types = [RTE_BBDEV_OP_TURBO_ENC, RTE_BBDEV_OP_TURBO_DEC, RTE_BBDEV_OP_LDPC_ENC, RTE_BBDEV_OP_LDPC_DEC, RTE_BBDEV_OP_FFT];
        return types
            .Concat(LoadedDpdk.Is("22.11") ? [] : [RTE_BBDEV_OP_MLDTS])
            .Select(static type => Made(rte_bbdev_op_pool_create(EalFixture.UniqueName("baseband"), type, Operations, 4, -1)));
    }

    private static nint Made(rte_mempool* pool)
    {
        Assert.True(pool != null);
        return (nint)pool;
    }
}
