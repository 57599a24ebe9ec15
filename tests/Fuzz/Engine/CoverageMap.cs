using System.Numerics;
using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace DpdkSharp.Fuzz;

/// <summary>
/// The map in which instrumented code counts the branches that it goes through (SharpFuzz's own format), and what of it was ever seen. Clearing and reading the whole map costs
/// more than most executions, so it is done once for many of them; which one was new is found by running these again.
/// </summary>
internal sealed unsafe class CoverageMap
{
    private const int Size = 1 << 16;

    private readonly byte* _map;
    private readonly byte[] _seen = new byte[Size];

    public CoverageMap()
    {
        _map = (byte*)NativeMemory.AlignedAlloc(Size, 64);
        Clear();
        Trace.SharedMem = _map;
    }

    /// <summary>How many edges were seen.</summary>
    public int EdgeCount => Size - _seen.AsSpan().Count((byte)0);

    public void Clear()
    {
        new Span<byte>(_map, Size).Clear();
        ResetLocation();
    }

    /// <summary>Executions do not go over into one another.</summary>
    public static void ResetLocation() => Trace.PrevLocation = 0;

    /// <summary>Whether an edge was gone through that was never seen. It stays unseen.</summary>
    public bool HasNewEdge()
    {
        fixed (byte* seen = _seen)
        {
            for (int i = 0; i < Size; i += Vector<byte>.Count)
            {
                Vector<byte> now = Vector.Load(_map + i);
                if (now != Vector<byte>.Zero && Vector.AndNot(Vector.OnesComplement(Vector.Equals(now, Vector<byte>.Zero)), Vector.OnesComplement(Vector.Equals(Vector.Load(seen + i), Vector<byte>.Zero))) != Vector<byte>.Zero)
                {
                    return true;
                }
            }
        }
        return false;
    }

    /// <summary>Takes in what one execution went through, and how often: 1, 2, 3, 4 to 7 … times.</summary>
    /// <returns>Whether an edge, or so often, was never seen.</returns>
    public bool Merge()
    {
        bool found = false;
        var words = new ReadOnlySpan<ulong>(_map, Size / sizeof(ulong));
        for (int w = 0; w < words.Length; w++)
        {
            if (words[w] == 0)
            {
                continue;
            }
            for (int i = w * sizeof(ulong); i < (w + 1) * sizeof(ulong); i++)
            {
                byte bucket = Bucket(_map[i]);
                if ((bucket & ~_seen[i]) != 0)
                {
                    _seen[i] |= bucket;
                    found = true;
                }
            }
        }
        return found;
    }

    private static byte Bucket(byte count) => count switch
    {
        0 => 0,
        1 => 1,
        2 => 2,
        3 => 4,
        < 8 => 8,
        < 16 => 16,
        < 32 => 32,
        < 128 => 64,
        _ => 128,
    };
}
