using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DpdkSharp;

/// <summary>
/// What the ledger knows of one mbuf. Whoever gives an mbuf away changes <see cref="State"/> under the lock of the thread that took it (<see cref="LedgerThreads"/>),
/// before anybody else can get it: of two threads that give the same one away, one finds it given away. Whoever got it from a pool, ring or device is alone with
/// it, and just writes.
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

    /// <summary>The whole entry of an mbuf that the application gets.</summary>
    public static Vector256<ulong> OfTaken(LedgerState state, ulong now) => Vector256.Create(state.Value, now, state.Value, now);

    /// <summary>Sets the present owner.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(Vector128<ulong> stateAndSince) => Unsafe.As<ulong, Vector128<ulong>>(ref State) = stateAndSince;

    /// <summary>Sets all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Take(Vector256<ulong> taken) => Unsafe.As<ulong, Vector256<ulong>>(ref State) = taken;
}
