using System.Globalization;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Faults;

/// <summary>The secondary process: takes packets from one ring of the primary's, writes to them, and puts them into the other, until it is killed.</summary>
internal static unsafe class SecondaryRelay
{
    private const int BurstSize = 32;

    private static readonly TimeSpan s_work = TimeSpan.FromMicroseconds(10);

    public static string There(int life) => string.Create(CultureInfo.InvariantCulture, $"there{life}");

    public static string Back(int life) => string.Create(CultureInfo.InvariantCulture, $"back{life}");

    public static void Run(int life, TimeSpan most)
    {
        rte_ring* there = Find(There(life));
        rte_ring* back = Find(Back(life));
        void** packets = stackalloc void*[BurstSize];
        // Bounded, should the primary be gone.
        ulong end = EalClock.Cycles + EalClock.ToCycles(most);
        while (EalClock.Cycles < end)
        {
            uint count = rte_ring_dequeue_burst(there, packets, BurstSize, null);
            for (uint i = 0; i < count; i++)
            {
                rte_pktmbuf_mtod<byte>((rte_mbuf*)packets[i])[0]++;
            }
            // As a program that does something with its packets: it has some in its hands at most moments.
            EalClock.Delay(s_work);
            for (uint done = 0; done < count;)
            {
                done += rte_ring_enqueue_burst(back, packets + done, count - done, null);
            }
        }
    }

    private static rte_ring* Find(string name)
    {
        fixed (byte* text = System.Text.Encoding.UTF8.GetBytes(name + '\0'))
        {
            rte_ring* ring = rte_ring_lookup(text);
            return ring != null ? ring : throw new InvalidOperationException($"The primary process has no ring '{name}'.");
        }
    }
}
