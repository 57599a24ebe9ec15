using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DpdkSharp;

/// <summary>
/// What the ledger knows of one mbuf. Whoever gives an mbuf away changes <see cref="State"/> by compare-and-exchange, before anybody else can get it: of two
/// threads that give the same one away, one finds it given away. Whoever got it from a pool, ring or device is alone with it, and just writes.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LedgerEntry
{
    /// <summary>The present owner.</summary>
    public ulong State;

    /// <summary>Since when, on the time stamp counter.</summary>
    public ulong Since;

    /// <summary>The state in which the application got it last.</summary>
    public ulong Taken;

    /// <summary>When that was.</summary>
    public ulong TakenAt;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(LedgerState state, ulong now) =>
        Unsafe.As<ulong, Vector256<ulong>>(ref State) = Vector256.Create(state.Value, now, state.Value, now);
}
