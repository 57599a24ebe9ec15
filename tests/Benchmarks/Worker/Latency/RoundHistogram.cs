using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DpdkSharp.Benchmarks.Worker.Latency;

/// <summary>
/// Counts of rounds by their cycles: fine ones up to a limit, coarse ones above, as on the C side. What most rounds touch of it stays in the first
/// cache, where an array of all rounds would be a load on memory of its own.
/// </summary>
internal sealed unsafe class RoundHistogram : IDisposable
{
    private const ulong FineLimit = 65_536;
    private const ulong FineStep = 8;
    private const ulong CoarseStep = 8192;
    private const ulong CoarseBuckets = 262_144;

    private uint* _fine = (uint*)NativeMemory.AllocZeroed((nuint)(FineLimit / FineStep), sizeof(uint));
    private uint* _coarse = (uint*)NativeMemory.AllocZeroed((nuint)CoarseBuckets, sizeof(uint));

    public ulong Longest { get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Note(ulong cycles)
    {
        if (cycles < FineLimit)
        {
            _fine[cycles / FineStep]++;
        }
        else
        {
            _coarse[Math.Min(cycles / CoarseStep, CoarseBuckets - 1)]++;
        }
        if (cycles > Longest)
        {
            Longest = cycles;
        }
    }

    /// <summary>The lower end of the bucket of the last of the first so many rounds.</summary>
    public ulong Point(ulong count)
    {
        ulong seen = 0;
        for (ulong i = 0; i < FineLimit / FineStep; i++)
        {
            if ((seen += _fine[i]) >= count)
            {
                return i * FineStep;
            }
        }
        for (ulong i = 0; i < CoarseBuckets; i++)
        {
            if ((seen += _coarse[i]) >= count)
            {
                return i * CoarseStep;
            }
        }
        return Longest;
    }

    public void Dispose()
    {
        NativeMemory.Free(_fine);
        NativeMemory.Free(_coarse);
        _fine = _coarse = null;
    }
}
