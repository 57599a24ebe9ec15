using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>
/// Packets that belong together, and to this burst: receiving fills it, sending takes what the device accepted, and what is
/// left when it is disposed goes back to its pool. It lives in memory of the caller, on the stack as a rule, and allocates nothing:
/// <code>using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);</code>
/// Copies of the value are the same burst. It is used by one thread.
/// </summary>
public readonly unsafe ref struct PacketBurst : IDisposable
{
    /// <summary>The storage for 32 packets, the burst size that DPDK's drivers like best.</summary>
    public const int DefaultStorage = 33;

    // The first element of the storage holds the number of packets, so that copies of the value agree on it. The packets follow.
    private readonly ref nint _count;
    private readonly int _capacity;

    /// <summary>Makes an empty burst.</summary>
    /// <param name="storage">Room for the packets and one more; see <see cref="StorageFor"/>. What it held is not looked at. It is the burst's from now on.</param>
    /// <exception cref="ArgumentException">There is no room for even one packet.</exception>
    public PacketBurst(Span<Mbuf> storage)
    {
        if (storage.Length < 2)
        {
            throw new ArgumentException("The storage must have room for a packet and one more; PacketBurst.StorageFor tells the size.", nameof(storage));
        }
        _count = ref Unsafe.As<Mbuf, nint>(ref MemoryMarshal.GetReference(storage));
        // What drivers can be asked for at once.
        _capacity = Math.Min(storage.Length - 1, ushort.MaxValue);
        _count = 0;
    }

    /// <summary>How many packets it holds.</summary>
    public int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (int)_count;
    }

    /// <summary>How many packets it can hold.</summary>
    public int Capacity => _capacity;

    /// <summary>How many more packets fit in.</summary>
    public int FreeCount => Capacity - Count;

    /// <summary>True when it holds none.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>The packets. They stay the burst's; what is done to the burst makes the span stale.</summary>
    [UnscopedRef]
    public ReadOnlySpan<Mbuf> Packets
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => MemoryMarshal.CreateReadOnlySpan(ref First, Count);
    }

    /// <summary>A packet of the burst; it stays the burst's.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such packet.</exception>
    public Mbuf this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)index >= (uint)Count)
            {
                ThrowIndex(index, Count);
            }
            return Slot(index);
        }
    }

    /// <summary>How much storage a burst needs.</summary>
    /// <param name="capacity">The number of packets, 1 to 65,535.</param>
    /// <returns>The number of <see cref="Mbuf"/> elements.</returns>
    public static int StorageFor(int capacity) => capacity + 1;

    /// <summary>The packets one after the other, for <c>foreach</c>.</summary>
    /// <returns>The enumerator.</returns>
    [UnscopedRef]
    public ReadOnlySpan<Mbuf>.Enumerator GetEnumerator() => Packets.GetEnumerator();

    /// <summary>Gives a packet to the burst.</summary>
    /// <param name="packet">A packet that nobody else owns.</param>
    /// <returns>False when the burst is full; the packet is then still the caller's.</returns>
    public bool TryAdd(Mbuf packet)
    {
        if (Count == Capacity || packet.IsNull)
        {
            return false;
        }
        if (CheckedMode.IsEnabled)
        {
            PacketLedger.IntoBurst(packet.Known);
        }
        FirstFree = packet;
        Commit(1);
        return true;
    }

    /// <summary>Takes a packet out of the burst; from now on it is the caller's. The last packet takes its place.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <returns>The packet.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such packet.</exception>
    public Mbuf Take(int index)
    {
        Mbuf packet = this[index];
        if (CheckedMode.IsEnabled)
        {
            PacketLedger.OutOfBurst(new ReadOnlySpan<Mbuf>(in packet));
        }
        int last = Count - 1;
        Slot(index) = Slot(last);
        _count = last;
        return packet;
    }

    /// <summary>Takes all packets out of the burst, in their order; from now on they are the caller's. For those that go different ways one by one.</summary>
    /// <param name="destination">Where they go, from the start; room for <see cref="Count"/> of them at least.</param>
    /// <returns>How many they are.</returns>
    /// <exception cref="ArgumentException">There is too little room; the burst is as it was.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int TakeAll(scoped Span<Mbuf> destination)
    {
        int count = Count;
        Packets.CopyTo(destination);
        if (CheckedMode.IsEnabled)
        {
            PacketLedger.OutOfBurst(Packets);
        }
        _count = 0;
        return count;
    }

    /// <summary>Frees a packet of the burst. The last packet takes its place.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such packet.</exception>
    public void Drop(int index) => Take(index).Free();

    /// <summary>Moves packets, first ones first, to another burst, as far as it has room.</summary>
    /// <param name="destination">Where they go.</param>
    /// <returns>How many moved; the others stay.</returns>
    public int MoveTo(PacketBurst destination)
    {
        int moved = Math.Min(Count, destination.FreeCount);
        Packets[..moved].CopyTo(destination.FreeSlots);
        destination.Commit(moved);
        RemoveFirst(moved);
        return moved;
    }

    /// <summary>Frees all packets (<c>rte_pktmbuf_free_bulk</c>); the burst is empty then and can be used again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Clear()
    {
        if (_capacity > 0 && Count > 0)
        {
            FreeAll(this);
        }
    }

    /// <summary>Frees what is left, as <see cref="Clear"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Dispose() => Clear();

    /// <summary>The room behind the packets, for whoever fills it and then calls <see cref="Commit"/>.</summary>
    internal Span<Mbuf> FreeSlots
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => MemoryMarshal.CreateSpan(ref FirstFree, FreeCount);
    }

    /// <summary>The first packet, if there is one.</summary>
    internal ref Mbuf First
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Slot(0);
    }

    /// <summary>The first element of <see cref="FreeSlots"/>, if there is one.</summary>
    internal ref Mbuf FirstFree
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Slot(Count);
    }

    /// <summary>The first <paramref name="count"/> elements of <see cref="FreeSlots"/> are packets now.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Commit(int count) => _count += count;

    /// <summary>The elements from <see cref="First"/> on are the packets now; what was there before is gone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void SetCount(int count) => _count = count;

    /// <summary>The first packets have gone elsewhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void RemoveFirst(int count)
    {
        if (count == Count)
        {
            _count = 0;
        }
        else
        {
            MoveUp(this, count);
        }
    }

    // What is rare gets a copy of the burst: a reference to it would keep the caller's own out of registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MoveUp(PacketBurst burst, int count)
    {
        if (count > 0)
        {
            int left = burst.Count - count;
            MemoryMarshal.CreateReadOnlySpan(ref burst.Slot(count), left).CopyTo(MemoryMarshal.CreateSpan(ref burst.First, left));
            burst.SetCount(left);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref Mbuf Slot(int index) => ref Unsafe.As<nint, Mbuf>(ref Unsafe.Add(ref _count, index + 1));

    [DoesNotReturn]
    private static void ThrowIndex(int index, int count) => throw new ArgumentOutOfRangeException(nameof(index), index, $"The burst holds {count} packets.");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void FreeAll(PacketBurst burst)
    {
        int count = burst.Count;
        burst.SetCount(0);
        fixed (Mbuf* packets = &burst.First)
        {
            if (CheckedMode.IsEnabled)
            {
                PacketLedger.FreeBurst(packets, count);
                return;
            }
            rte_pktmbuf_free_bulk((rte_mbuf**)packets, (uint)count);
        }
    }
}
