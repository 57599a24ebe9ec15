using System.Reflection;
using System.Runtime.InteropServices;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Shim;

/// <summary>
/// Functions of rings, in every synchronisation mode that each of them allows: C# against the shim, on rings of random size and
/// element size, anywhere between empty and full, at positions that wrap around.
/// </summary>
public sealed unsafe class RingFunctionTests : IDisposable
{
    private const int Cases = 10_000;
    private const int RingBytes = 384 + (64 * 16);
    private const int SlotSize = 80 * 16;
    private const int Slots = 8;
    private const int LargestCount = 64;

    private readonly rte_ring* _ring = (rte_ring*)NativeMemory.AlignedAlloc(RingBytes, 64);
    private readonly byte* _scratch = (byte*)NativeMemory.AlignedAlloc(Slots * SlotSize, 64);
    private readonly Memory _memory = new();
    private uint _elementSize;
    private uint _started;

    public RingFunctionTests()
    {
        _memory.Add(_ring, RingBytes);
        _memory.Add(_scratch, Slots * SlotSize);
    }

    private enum Mode
    {
        Single,
        Multi,
        Rts,
        Hts,
    }

    public static IEnumerable<TheoryDataRow<string>> Names => FunctionPair.Of(TakesRing).Select(static f => new TheoryDataRow<string>(f.Name));

    public void Dispose()
    {
        NativeMemory.AlignedFree(_ring);
        NativeMemory.AlignedFree(_scratch);
    }

    internal static bool TakesRing(FunctionPair function) => function.Parameters.Any(static p => IsRing(p.ParameterType));

    // A ring of events is a ring.
    private static bool IsRing(Type type) => type == typeof(rte_ring*) || type == typeof(rte_event_ring*);

    [Theory]
    [MemberData(nameof(Names), DisableDiscoveryEnumeration = true)]
    public void The_function_equals_c(string name)
    {
        FunctionPair function = FunctionPair.All.First(f => f.Name == name);
        Mode[] modes = Modes(name);
        int seed = Environment.TickCount;
        var random = new Random(seed);
        var arguments = new object?[function.Parameters.Length];
        for (int i = 0; i < Cases; i++)
        {
            // Which element size a function works with, it says by asking for it; all others work with pointers.
            bool asks = function.Parameters.Any(static p => p.Name == "esize") || name.Contains("elem_finish", StringComparison.Ordinal);
            _elementSize = asks ? 4U << random.Next(3) : name.StartsWith("rte_event_ring_", StringComparison.Ordinal) ? (uint)sizeof(rte_event) : (uint)sizeof(void*);
            MakeRing(modes[random.Next(modes.Length)], random);
            Memory.Fill(_scratch, Slots * SlotSize, random);
            Start(name, (uint)random.Next(LargestCount + 3));
            for (int p = 0; p < arguments.Length; p++)
            {
                arguments[p] = Argument(function.Parameters[p], p, random);
            }

            string? difference = function.Compare(_memory, arguments);

            Assert.True(difference is null, $"{difference} (seed {seed}, case {i}, {_ring->prod.sync_type}, {_ring->size} x {_elementSize} bytes)");
        }
    }

    private static Mode[] Modes(string name) =>
        name.Contains("_hts_", StringComparison.Ordinal) ? [Mode.Hts]
        : name.Contains("_rts_", StringComparison.Ordinal) ? [Mode.Rts]
        : name.Contains("_sp_", StringComparison.Ordinal) || name.Contains("_sc_", StringComparison.Ordinal) ? [Mode.Single]
        : name.Contains("_mp_", StringComparison.Ordinal) || name.Contains("_mc_", StringComparison.Ordinal) ? [Mode.Multi]
        // What is begun by one call and ended by another one is for rings whose other users wait meanwhile.
        : name.EndsWith("_start", StringComparison.Ordinal) || name.EndsWith("_finish", StringComparison.Ordinal) ? [Mode.Single, Mode.Hts]
        : [Mode.Single, Mode.Multi, Mode.Rts, Mode.Hts];

    private void MakeRing(Mode mode, Random random)
    {
        uint flags = (uint)(mode switch
        {
            Mode.Single => RING_F_SP_ENQ | RING_F_SC_DEQ,
            Mode.Multi => 0,
            Mode.Rts => RING_F_MP_RTS_ENQ | RING_F_MC_RTS_DEQ,
            _ => RING_F_MP_HTS_ENQ | RING_F_MC_HTS_DEQ,
        });
        bool exact = random.Next(2) == 0;
        uint count = exact ? (uint)random.Next(1, LargestCount) : 2U << random.Next(6);
        Memory.Fill(_ring, RingBytes, random);
        fixed (byte* name = "ring\0"u8)
        {
            Assert.Equal(0, rte_ring_init(_ring, name, count, exact ? flags | (uint)RING_F_EXACT_SZ : flags));
        }
        // Everywhere, and often where the positions go over the end of their 32 bits.
        uint consumed = random.Next(2) == 0 ? (uint)random.Next() : unchecked(0U - (uint)random.Next(LargestCount));
        uint produced = unchecked(consumed + (uint)random.Next((int)_ring->capacity + 1));
        if (mode == Mode.Rts)
        {
            (_ring->rts_prod.head.val.pos, _ring->rts_prod.tail.val.pos) = (produced, produced);
            (_ring->rts_cons.head.val.pos, _ring->rts_cons.tail.val.pos) = (consumed, consumed);
        }
        else
        {
            (_ring->prod.head, _ring->prod.tail) = (produced, produced);
            (_ring->cons.head, _ring->cons.tail) = (consumed, consumed);
        }
    }

    /// <summary>What a function ends has to be begun.</summary>
    private void Start(string name, uint count)
    {
        _started = 0;
        if (!name.EndsWith("_finish", StringComparison.Ordinal))
        {
            return;
        }
        byte* elements = stackalloc byte[SlotSize];
        _started = name.Contains("enqueue", StringComparison.Ordinal)
            ? DpdkShim.rte_ring_enqueue_burst_elem_start(_ring, count, null)
            : DpdkShim.rte_ring_dequeue_burst_elem_start(_ring, elements, _elementSize, count, null);
    }

    private object Argument(ParameterInfo parameter, int position, Random random)
    {
        Type type = parameter.ParameterType;
        return (parameter.Name, type) switch
        {
            (_, _) when IsRing(type) => Pointer.Box(_ring, type),
            ("free_space" or "available", _) when random.Next(4) == 0 => Pointer.Box(null, type),
            (_, { IsPointer: true }) => Pointer.Box(_scratch + (position * SlotSize), type),
            ("esize", _) => _elementSize,
            ("n", _) when _started > 0 || parameter.Member.Name.EndsWith("_finish", StringComparison.Ordinal) => (uint)random.Next((int)_started + 1),
            ("n" or "num", _) => (uint)random.Next(LargestCount + 3),
            (_, { IsEnum: true }) => Enum.ToObject(type, random.Next(2)),
            _ => (uint)random.Next(),
        };
    }
}
