using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DpdkSharp.Interop;

/// <summary>Reads the processor's time stamp counter (x86-64) or virtual counter (arm64).</summary>
/// <remarks>
/// .NET has no intrinsic for either, and no DPDK library exports a function that reads the counter: in C it is one instruction in a
/// header. So it is called in <see cref="MachineCode"/>, without a GC transition, as it ends after some twenty cycles.
/// Where the system forbids new executable pages (a hardened NativeAOT process), the monotonic clock scaled to EAL's hertz stands in:
/// the same rate, so differences stay right, but another origin and some 25 ns a reading.
/// </remarks>
internal static unsafe class TimeStampCounter
{
    private static readonly delegate* unmanaged[SuppressGCTransition]<ulong> s_read = MakeReader();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Read() => s_read != null ? s_read() : FromClock();

    /// <summary>Whether readings are the processor's own counter.</summary>
    internal static bool IsHardware => s_read != null;

    private static delegate* unmanaged[SuppressGCTransition]<ulong> MakeReader()
    {
        ReadOnlySpan<byte> code = RuntimeInformation.ProcessArchitecture switch
        {
            // rdtsc; shl rdx,32; or rax,rdx; ret
            Architecture.X64 => [0x0F, 0x31, 0x48, 0xC1, 0xE2, 0x20, 0x48, 0x09, 0xD0, 0xC3],
            // mrs x0,cntvct_el0; ret
            Architecture.Arm64 => [0x40, 0xE0, 0x3B, 0xD5, 0xC0, 0x03, 0x5F, 0xD6],
            _ => [],
        };
        return (delegate* unmanaged[SuppressGCTransition]<ulong>)MachineCode.Load(code);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ulong FromClock()
    {
        ulong hz = Dpdk.rte_get_tsc_hz();
        ulong ticks = (ulong)Stopwatch.GetTimestamp();
        // EAL measures the hertz when it is initialised; until then the clock's own unit is as good as any.
        return hz == 0 ? ticks : (ulong)((UInt128)ticks * hz / (ulong)Stopwatch.Frequency);
    }
}
