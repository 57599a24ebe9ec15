using System.Runtime.CompilerServices;

namespace DpdkSharp;

/// <summary>Packets that move between bursts and rings; a packet has one owner before and after.</summary>
public static class RingPacketExtensions
{
    /// <summary>Moves packets of a burst into the ring, first ones first (<c>rte_ring_enqueue_burst_elem</c>).</summary>
    /// <param name="ring">The ring; what it takes is its own now.</param>
    /// <param name="burst">The packets; those that the ring has no room for stay.</param>
    /// <returns>How many went into the ring.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Enqueue(this Ring<Mbuf> ring, PacketBurst burst)
    {
        ArgumentNullException.ThrowIfNull(ring);
        int moved = ring.EnqueueBurst(burst.Packets, LedgerKind.Burst);
        burst.RemoveFirst(moved);
        return moved;
    }

    /// <summary>Moves packets of the ring into a burst, as many as there are and it has room for (<c>rte_ring_dequeue_burst_elem</c>).</summary>
    /// <param name="ring">The ring.</param>
    /// <param name="burst">Where they go, behind those it holds already.</param>
    /// <returns>How many came out of the ring.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Dequeue(this Ring<Mbuf> ring, PacketBurst burst)
    {
        ArgumentNullException.ThrowIfNull(ring);
        int moved = ring.DequeueBurst(burst.FreeSlots, LedgerKind.Burst);
        burst.Commit(moved);
        return moved;
    }

    /// <summary>Takes all packets out of the ring and frees them; before the ring is disposed, for instance.</summary>
    /// <param name="ring">The ring; the calling thread must be one that may take from it.</param>
    /// <returns>How many packets were freed.</returns>
    public static int FreeAll(this Ring<Mbuf> ring)
    {
        ArgumentNullException.ThrowIfNull(ring);
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        int freed = 0;
        while (ring.Dequeue(burst) is > 0 and var taken)
        {
            burst.Clear();
            freed += taken;
        }
        return freed;
    }
}
