using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>
/// A queue of fixed size between threads, without locks (<c>rte_ring</c>): first in, first out. Elements are copied in and out.
/// How many threads may add and take is chosen when it is created, for each side. A packet (<see cref="Mbuf"/>) that goes into a
/// ring is the ring's until it is taken out; see <see cref="RingPacketExtensions"/> for whole bursts.
/// </summary>
/// <typeparam name="T">What it holds: a type without references whose size is a multiple of 4 bytes.</typeparam>
public sealed unsafe class Ring<T> : IDisposable
    where T : unmanaged
{
    // Element counts are kept in 31 bits, and the size is a power of two.
    private const int MostElements = 1 << 30;

    private rte_ring* _ring;

    private Ring(rte_ring* ring, string name)
    {
        _ring = ring;
        Name = name;
        LedgerOwner = IsChecked ? LedgerOwners.Register(ToString()) : 0;
        Eal.Require().Children.Add(ToString());
    }

    /// <summary>Its name, unique in the process and the processes that share its memory.</summary>
    public string Name { get; }

    /// <summary>The raw layer's pointer.</summary>
    /// <exception cref="ObjectDisposedException">The ring was disposed.</exception>
    public rte_ring* Pointer
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (_ring == null)
            {
                ThrowDisposed();
            }
            return _ring;
        }
    }

    /// <summary>How threads share the side where elements are added (<c>rte_ring_get_prod_sync_type</c>).</summary>
    public RingSyncMode Producer => (RingSyncMode)rte_ring_get_prod_sync_type(Pointer);

    /// <summary>How threads share the side where elements are taken (<c>rte_ring_get_cons_sync_type</c>).</summary>
    public RingSyncMode Consumer => (RingSyncMode)rte_ring_get_cons_sync_type(Pointer);

    /// <summary>How many elements it can hold (<c>rte_ring_get_capacity</c>).</summary>
    public int Capacity => (int)rte_ring_get_capacity(Pointer);

    /// <summary>How many elements it holds (<c>rte_ring_count</c>); true at some moment while other threads use it.</summary>
    public int Count => (int)rte_ring_count(Pointer);

    /// <summary>How many more elements it has room for (<c>rte_ring_free_count</c>); true at some moment while other threads use it.</summary>
    public int FreeCount => (int)rte_ring_free_count(Pointer);

    /// <summary>True when it holds nothing (<c>rte_ring_empty</c>).</summary>
    public bool IsEmpty => rte_ring_empty(Pointer) != 0;

    /// <summary>True when it has no room (<c>rte_ring_full</c>).</summary>
    public bool IsFull => rte_ring_full(Pointer) != 0;

    /// <summary>Creates a ring (<c>rte_ring_create_elem</c>).</summary>
    /// <param name="name">1 to 28 characters; unique.</param>
    /// <param name="count">
    /// The size: a power of two from 2 to 2^30, of which one place stays unused; or with <paramref name="exactSize"/> any number from 1 to 2^30 - 1,
    /// all of which can be used.
    /// </param>
    /// <param name="producer">How threads share the side where elements are added.</param>
    /// <param name="consumer">How threads share the side where elements are taken.</param>
    /// <param name="exactSize">True for exactly <paramref name="count"/> elements; the memory is that of the next power of two.</param>
    /// <param name="socketId">The NUMA node; null takes the calling thread's.</param>
    /// <returns>The ring; dispose of it when no thread uses it any more.</returns>
    /// <exception cref="ArgumentException">A parameter is out of its range, or the size of <typeparamref name="T"/> is not a multiple of 4 bytes.</exception>
    /// <exception cref="InvalidOperationException">EAL is not running.</exception>
    /// <exception cref="DpdkException">There is a ring of that name, or too little memory.</exception>
#pragma warning disable CA1000 // The element type is part of the question: Ring<Mbuf>.Create("rx", 1024).
    public static Ring<T> Create(
#pragma warning restore CA1000
        string name,
        int count,
        RingSyncMode producer = RingSyncMode.MultiThread,
        RingSyncMode consumer = RingSyncMode.MultiThread,
        bool exactSize = false,
        int? socketId = null)
    {
        _ = Eal.Require();
        MemoryNames.Check(name, "RG_");
        if (sizeof(T) % 4 != 0)
        {
#pragma warning disable CA2208, MA0015 // It is the type argument that is wrong, and that is no parameter.
            throw new ArgumentException($"A ring holds elements whose size is a multiple of 4 bytes; {typeof(T)} has {sizeof(T):D}. Pad it, or put it into a larger type.");
#pragma warning restore CA2208, MA0015
        }
        ArgumentOutOfRangeException.ThrowIfLessThan(count, exactSize ? 1 : 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, exactSize ? MostElements - 1 : MostElements);
        if (!exactSize && !BitOperations.IsPow2(count))
        {
            throw new ArgumentException($"The size of a ring is a power of two; {count:D} is not. Set {nameof(exactSize)} for exactly that many elements.", nameof(count));
        }
        uint flags = ProducerFlag(producer) | ConsumerFlag(consumer) | (uint)(exactSize ? RING_F_EXACT_SZ : 0);
        using var text = new NativeText(name);
        rte_ring* ring = rte_ring_create_elem(text, (uint)sizeof(T), (uint)count, socketId ?? (int)rte_socket_id(), flags);
        return ring != null ? new Ring<T>(ring, name) : throw MemoryNames.Failure(
            Describe(name), nameof(rte_ring_create_elem), rte_errno, (long)BitOperations.RoundUpToPowerOf2((uint)count) * sizeof(T));
    }

    /// <summary>Adds an element (<c>rte_ring_enqueue_elem</c>).</summary>
    /// <param name="value">The element.</param>
    /// <returns>False when the ring is full; a packet is then still the caller's.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryEnqueue(T value)
    {
        if (IsChecked)
        {
            T @checked = value;
            return EnqueueChecked(&@checked, 1, all: true, LedgerKind.Handle) == 1;
        }
        if (sizeof(T) == sizeof(void*))
        {
            return rte_ring_enqueue(Pointer, (void*)Unsafe.BitCast<T, nint>(value)) == 0;
        }
        // A copy, so that the caller's own can stay in a register.
        T element = value;
        return rte_ring_enqueue_elem(Pointer, &element, (uint)sizeof(T)) == 0;
    }

    /// <summary>Takes the element that was added first (<c>rte_ring_dequeue_elem</c>).</summary>
    /// <param name="value">The element; a packet is the caller's now. The default value on failure.</param>
    /// <returns>False when the ring is empty.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryDequeue(out T value)
    {
        // Packets are words, so only a word has an owner in the ledger. A variable of its own lets it stay in a register.
        if (sizeof(T) == sizeof(void*))
        {
            void* word = null;
            bool taken = rte_ring_dequeue(Pointer, &word) == 0;
            value = Unsafe.BitCast<nint, T>((nint)word);
            if (IsChecked && taken)
            {
                T @checked = value;
                PacketLedger.Dequeued(LedgerOwner, &@checked, 1, LedgerKind.Handle);
            }
            return taken;
        }
        T element = default;
        bool done = rte_ring_dequeue_elem(Pointer, &element, (uint)sizeof(T)) == 0;
        value = element;
        return done;
    }

    /// <summary>Adds all elements or none (<c>rte_ring_enqueue_bulk_elem</c>).</summary>
    /// <param name="values">The elements, in their order.</param>
    /// <returns>False when the ring has no room for all of them.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryEnqueueBulk(scoped ReadOnlySpan<T> values)
    {
        rte_ring* ring = Pointer;
        fixed (T* elements = values)
        {
            if (IsChecked)
            {
                return EnqueueChecked(elements, values.Length, all: true, LedgerKind.Handle) == values.Length;
            }
            return values.Length == 0 || rte_ring_enqueue_bulk_elem(ring, elements, (uint)sizeof(T), (uint)values.Length, null) != 0;
        }
    }

    /// <summary>Adds as many elements as there is room for, first ones first (<c>rte_ring_enqueue_burst_elem</c>).</summary>
    /// <param name="values">The elements, in their order.</param>
    /// <returns>How many were added.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int EnqueueBurst(scoped ReadOnlySpan<T> values) => EnqueueBurst(values, LedgerKind.Handle);

    /// <summary>As <see cref="EnqueueBurst(ReadOnlySpan{T})"/>; what packets are that the ring does not take, for the checked mode.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int EnqueueBurst(scoped ReadOnlySpan<T> values, LedgerKind kind)
    {
        rte_ring* ring = Pointer;
        fixed (T* elements = values)
        {
            if (IsChecked)
            {
                return EnqueueChecked(elements, values.Length, all: false, kind);
            }
            return values.Length == 0 ? 0 : (int)rte_ring_enqueue_burst_elem(ring, elements, (uint)sizeof(T), (uint)values.Length, null);
        }
    }

    /// <summary>Takes as many elements as asked for, or none (<c>rte_ring_dequeue_bulk_elem</c>).</summary>
    /// <param name="destination">Filled whole, or not at all.</param>
    /// <returns>False when the ring holds fewer.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryDequeueBulk(scoped Span<T> destination)
    {
        rte_ring* ring = Pointer;
        fixed (T* elements = destination)
        {
            bool taken = destination.Length == 0 || rte_ring_dequeue_bulk_elem(ring, elements, (uint)sizeof(T), (uint)destination.Length, null) != 0;
            if (IsChecked && taken)
            {
                PacketLedger.Dequeued(LedgerOwner, elements, destination.Length, LedgerKind.Handle);
            }
            return taken;
        }
    }

    /// <summary>Takes as many elements as there are and fit (<c>rte_ring_dequeue_burst_elem</c>).</summary>
    /// <param name="destination">Filled from the start.</param>
    /// <returns>How many were taken.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int DequeueBurst(scoped Span<T> destination) => DequeueBurst(destination, LedgerKind.Handle);

    /// <summary>As <see cref="DequeueBurst(Span{T})"/>; what packets are afterwards, for the checked mode.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int DequeueBurst(scoped Span<T> destination, LedgerKind kind)
    {
        rte_ring* ring = Pointer;
        fixed (T* elements = destination)
        {
            int taken = destination.Length == 0 ? 0 : (int)rte_ring_dequeue_burst_elem(ring, elements, (uint)sizeof(T), (uint)destination.Length, null);
            if (IsChecked)
            {
                PacketLedger.Dequeued(LedgerOwner, elements, taken, kind);
            }
            return taken;
        }
    }

    /// <summary>
    /// Reserves free places of the ring, to be filled in place (<c>rte_ring_enqueue_zc_burst_elem_start</c>): as many as there are, at most
    /// <paramref name="count"/>. Until the reservation is committed or disposed the producer side takes no other call of this thread, and with
    /// <see cref="RingSyncMode.HeadTailSync"/> the other producers wait.
    /// </summary>
    /// <param name="count">How many at the most.</param>
    /// <returns>The places; none of them when the ring is full.</returns>
    /// <exception cref="InvalidOperationException">The mode of the producer side does not allow it, or a reservation of this thread is open.</exception>
    public RingEnqueueReservation<T> ReserveEnqueue(int count) => ReserveEnqueue(count, all: false);

    /// <summary>As <see cref="ReserveEnqueue(int)"/>, but all places or none (<c>rte_ring_enqueue_zc_bulk_elem_start</c>).</summary>
    /// <param name="count">How many.</param>
    /// <param name="reservation">The places; none of them on failure.</param>
    /// <returns>False when there are fewer free places.</returns>
    /// <exception cref="InvalidOperationException">The mode of the producer side does not allow it, or a reservation of this thread is open.</exception>
    public bool TryReserveEnqueue(int count, out RingEnqueueReservation<T> reservation)
    {
        reservation = ReserveEnqueue(count, all: true);
        return reservation.Count == count;
    }

    /// <summary>
    /// Reserves the elements that were added first, to be looked at in place (<c>rte_ring_dequeue_zc_burst_elem_start</c>): as many as there are, at
    /// most <paramref name="count"/>. Those that are committed are taken, the others stay. Until then the consumer side takes no other call of this
    /// thread, and with <see cref="RingSyncMode.HeadTailSync"/> the other consumers wait.
    /// </summary>
    /// <param name="count">How many at the most.</param>
    /// <returns>The elements; none of them when the ring is empty.</returns>
    /// <exception cref="InvalidOperationException">The mode of the consumer side does not allow it, or a reservation of this thread is open.</exception>
    public RingDequeueReservation<T> ReserveDequeue(int count) => ReserveDequeue(count, all: false);

    /// <summary>As <see cref="ReserveDequeue(int)"/>, but all elements or none (<c>rte_ring_dequeue_zc_bulk_elem_start</c>).</summary>
    /// <param name="count">How many.</param>
    /// <param name="reservation">The elements; none of them on failure.</param>
    /// <returns>False when the ring holds fewer.</returns>
    /// <exception cref="InvalidOperationException">The mode of the consumer side does not allow it, or a reservation of this thread is open.</exception>
    public bool TryReserveDequeue(int count, out RingDequeueReservation<T> reservation)
    {
        reservation = ReserveDequeue(count, all: true);
        return reservation.Count == count;
    }

    /// <summary>Gives the memory back (<c>rte_ring_free</c>). No thread may use the ring any more. Does nothing the second time.</summary>
    /// <exception cref="InvalidOperationException">It is a ring of packets and holds some, which would be lost; the message says how many.</exception>
    public void Dispose()
    {
        if (_ring == null)
        {
            return;
        }
        if (typeof(T) == typeof(Mbuf) && Count is > 0 and var left)
        {
            throw new InvalidOperationException(
                $"{ToString()} cannot be disposed: it holds {left:D} {(left == 1 ? "packet" : "packets")}, which would be lost. Take them out first ({nameof(RingPacketExtensions.FreeAll)} frees them).");
        }
        rte_ring* ring = _ring;
        _ring = null;
        rte_ring_free(ring);
        Eal.Current?.Children.Remove(ToString());
    }

    /// <inheritdoc/>
    public override string ToString() => Describe(Name);

    /// <summary>The reservation that is open on the producer side, by number and thread; changed by the thread that holds it.</summary>
    internal RingReservationState EnqueueState { get; } = new();

    /// <summary>The reservation that is open on the consumer side.</summary>
    internal RingReservationState DequeueState { get; } = new();

    /// <summary>Its number in the ledger of the checked mode.</summary>
    internal int LedgerOwner { get; }

    /// <summary>Whether what goes in and out is told to the ledger. A constant to the compilers.</summary>
    internal static bool IsChecked
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(Mbuf) && CheckedMode.IsEnabled;
    }

    private static string Describe(string name) => $"the ring '{name}'";

    private static uint ProducerFlag(RingSyncMode mode) => mode switch
    {
        RingSyncMode.MultiThread => 0,
        RingSyncMode.SingleThread => (uint)RING_F_SP_ENQ,
        RingSyncMode.RelaxedTailSync => (uint)RING_F_MP_RTS_ENQ,
        RingSyncMode.HeadTailSync => (uint)RING_F_MP_HTS_ENQ,
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "There is no such mode."),
    };

    private static uint ConsumerFlag(RingSyncMode mode) => mode switch
    {
        RingSyncMode.MultiThread => 0,
        RingSyncMode.SingleThread => (uint)RING_F_SC_DEQ,
        RingSyncMode.RelaxedTailSync => (uint)RING_F_MC_RTS_DEQ,
        RingSyncMode.HeadTailSync => (uint)RING_F_MC_HTS_DEQ,
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "There is no such mode."),
    };

    // Told before: another thread may take them out at once.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int EnqueueChecked(T* values, int count, bool all, LedgerKind kind)
    {
        rte_ring* ring = Pointer;
        if (count == 0)
        {
            return 0;
        }
        PacketLedger.Enqueue(LedgerOwner, values, count, kind);
        int added = (int)(all
            ? rte_ring_enqueue_bulk_elem(ring, values, (uint)sizeof(T), (uint)count, null)
            : rte_ring_enqueue_burst_elem(ring, values, (uint)sizeof(T), (uint)count, null));
        PacketLedger.TakeBack(values + added, count - added, kind);
        return added;
    }

    private RingEnqueueReservation<T> ReserveEnqueue(int count, bool all)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        rte_ring* ring = Pointer;
        ThrowUnlessZeroCopy(Producer, "producer");
        EnqueueState.ThrowIfOpen(ToString());
        rte_ring_zc_data places;
        uint reserved = all
            ? rte_ring_enqueue_zc_bulk_elem_start(ring, (uint)sizeof(T), (uint)count, &places, null)
            : rte_ring_enqueue_zc_burst_elem_start(ring, (uint)sizeof(T), (uint)count, &places, null);
        // A reservation of nothing reserves nothing: there is nothing to finish.
        return reserved == 0 ? default : new RingEnqueueReservation<T>(this, EnqueueState.Open(), in places, (int)reserved);
    }

    private RingDequeueReservation<T> ReserveDequeue(int count, bool all)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        rte_ring* ring = Pointer;
        ThrowUnlessZeroCopy(Consumer, "consumer");
        DequeueState.ThrowIfOpen(ToString());
        rte_ring_zc_data places;
        uint reserved = all
            ? rte_ring_dequeue_zc_bulk_elem_start(ring, (uint)sizeof(T), (uint)count, &places, null)
            : rte_ring_dequeue_zc_burst_elem_start(ring, (uint)sizeof(T), (uint)count, &places, null);
        return reserved == 0 ? default : new RingDequeueReservation<T>(this, DequeueState.Open(), in places, (int)reserved);
    }

    private void ThrowUnlessZeroCopy(RingSyncMode mode, string side)
    {
        if (mode is not (RingSyncMode.SingleThread or RingSyncMode.HeadTailSync))
        {
            throw new InvalidOperationException(
                $"The {side} side of {ToString()} is {mode}, which does not allow zero copy. Create the ring with {nameof(RingSyncMode.SingleThread)} or {nameof(RingSyncMode.HeadTailSync)} on that side.");
        }
    }

    [DoesNotReturn]
    private void ThrowDisposed() => throw new ObjectDisposedException(ToString());
}
