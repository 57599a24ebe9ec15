using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DpdkSharp.Benchmarks.Worker.Setup;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Benchmarks.Worker.Operations;

/// <summary>
/// What the benchmarks of single operations share. Each is a loop over one operation, whose results are added up: the sum is the
/// check. Inputs are few enough for the first-level cache, unless a benchmark says otherwise.
/// </summary>
internal static unsafe class Operation
{
    public const int InputCount = 64;
    public const int InputStep = 64;
    public const int InputBytes = 16_384;

    /// <summary>Random bytes, the same as on the C side.</summary>
    public static byte* Input { get; } = MakeInput();

    /// <summary>As many bytes to write to.</summary>
    public static byte* Output { get; } = AllocateInput();

    /// <summary>Memory of the input's size, all zero.</summary>
    public static byte* AllocateInput()
    {
        void* memory = NativeMemory.AlignedAlloc(InputBytes, InputStep);
        NativeMemory.Clear(memory, InputBytes);
        return (byte*)memory;
    }

    /// <summary>The part of the input that the operation with this number works on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* InputAt(byte* input, ulong operation) => input + (operation % InputCount * InputStep);

    public static BenchmarkResult End(ulong start, ulong count, ulong check)
    {
        ulong cycles = rte_rdtsc() - start;
        return new BenchmarkResult(count, cycles, check);
    }

    /// <summary>Ends a benchmark that could not do its work.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    public static void Fail(string why) => throw new InvalidOperationException(why);

    private static byte* MakeInput()
    {
        byte* input = AllocateInput();
        var random = new RandomNumbers(0x853c49e6748fea9b);
        for (int i = 0; i < InputBytes; i += sizeof(ulong))
        {
            *(ulong*)(input + i) = random.Next();
        }
        return input;
    }
}
