using System.Runtime.CompilerServices;

namespace DpdkSharp.Benchmarks.Worker.Forwarding;

/// <summary>Nothing.</summary>
internal readonly struct SafeIo : ISafeWork
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Process(PacketBurst burst)
    {
    }
}
