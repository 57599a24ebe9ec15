using System.Runtime.CompilerServices;

namespace DpdkSharp.Benchmarks.Worker.Forwarding;

/// <summary>Packets of a burst that are not to be sent.</summary>
internal static class Unwanted
{
    /// <summary>Takes them out of the burst and frees them.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Drop(PacketBurst burst, ReadOnlySpan<Mbuf> packets)
    {
        foreach (Mbuf packet in packets)
        {
            burst.Drop(burst.Packets.IndexOf(packet));
        }
    }
}
