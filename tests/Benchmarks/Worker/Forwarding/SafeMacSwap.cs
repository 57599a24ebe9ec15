using System.Runtime.CompilerServices;
using DpdkSharp.Headers;

namespace DpdkSharp.Benchmarks.Worker.Forwarding;

/// <summary>A reflector's work: each packet goes back where it came from.</summary>
internal readonly struct SafeMacSwap : ISafeWork
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Process(PacketBurst burst)
    {
        foreach (Mbuf packet in burst)
        {
            packet.Prefetch();
        }
        foreach (Mbuf packet in burst)
        {
            if (packet.TryGetHeader(0, out HeaderRef<EthernetHeader> ethernet))
            {
                ethernet.Value.SwapAddresses();
            }
        }
    }
}
