using System.Runtime.InteropServices;

namespace DpdkSharp.Benchmarks.Worker.Operations;

/// <summary>An object of a pool, as large as the C side's.</summary>
[StructLayout(LayoutKind.Sequential, Size = 64)]
internal struct PoolObject
{
    public const ulong FirstValue = 7;

    public ulong Value;
}
