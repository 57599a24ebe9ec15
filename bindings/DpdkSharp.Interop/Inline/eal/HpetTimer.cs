using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DpdkSharp.Interop;

/// <summary>The HPET as EAL's timer. Distributions build DPDK without it; a DPDK of one's own may export it.</summary>
internal static unsafe class HpetTimer
{
    private const int EalTimerHpet = 1;

    private static readonly delegate* unmanaged<ulong> s_cycles = (delegate* unmanaged<ulong>)Find("rte_get_hpet_cycles");
    private static readonly delegate* unmanaged<ulong> s_hertz = (delegate* unmanaged<ulong>)Find("rte_get_hpet_hz");
    private static readonly int* s_source = (int*)Find("eal_timer_source");

    internal static bool InUse
    {
        // Folds to false where the library has no HPET support.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => s_cycles != null && s_hertz != null && s_source != null && *s_source == EalTimerHpet;
    }

    internal static ulong Cycles() => s_cycles();

    internal static ulong Hertz() => s_hertz();

    private static nint Find(string symbol) =>
        NativeLibrary.TryGetExport(DpdkRuntime.Load("librte_eal"), symbol, out nint address) ? address : 0;
}
