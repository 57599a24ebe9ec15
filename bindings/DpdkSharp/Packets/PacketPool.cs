using System.Globalization;
using System.Runtime.CompilerServices;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>
/// A pool of packet buffers (<c>rte_pktmbuf_pool_create</c>). Allocating and freeing may be done by any thread, at the speed of
/// DPDK on lcores and registered threads (see <see cref="LcoreRegistration"/>).
/// </summary>
public sealed unsafe class PacketPool : IDisposable
{
    /// <summary>The data room that holds an Ethernet frame of 1518 bytes and the headroom (<c>RTE_MBUF_DEFAULT_BUF_SIZE</c>).</summary>
    public const int DefaultDataRoom = (int)RTE_MBUF_DEFAULT_BUF_SIZE;

    private rte_mempool* _pool;

    private PacketPool(rte_mempool* pool, string name)
    {
        _pool = pool;
        Name = name;
        Users = new LiveChildren(Describe(name));
        if (CheckedMode.IsEnabled)
        {
            PoolLedger.Open(pool, name, Describe(name));
        }
        Eal.Require().Children.Add(Describe(name));
    }

    /// <summary>Its name, unique in the process and the processes that share its memory.</summary>
    public string Name { get; }

    /// <summary>The raw layer's pointer.</summary>
    /// <exception cref="ObjectDisposedException">The pool was disposed.</exception>
    public rte_mempool* Pointer
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (_pool == null)
            {
                ThrowDisposed();
            }
            return _pool;
        }
    }

    /// <summary>How many buffers it has.</summary>
    public int Capacity => (int)Pointer->size;

    /// <summary>How many are free, those in the caches of all lcores included (<c>rte_mempool_avail_count</c>). Slow: not for the data path.</summary>
    public int AvailableCount => (int)rte_mempool_avail_count(Pointer);

    /// <summary>How many are in use (<c>rte_mempool_in_use_count</c>). Slow: not for the data path.</summary>
    public int InUseCount => (int)rte_mempool_in_use_count(Pointer);

    /// <summary>The size of each buffer in bytes, headroom included (<c>rte_pktmbuf_data_room_size</c>).</summary>
    public int DataRoomSize => rte_pktmbuf_data_room_size(Pointer);

    /// <summary>The size of the application's private area in each mbuf, in bytes (<c>rte_pktmbuf_priv_size</c>).</summary>
    public int PrivateSize => rte_pktmbuf_priv_size(Pointer);

    /// <summary>The queues that take their buffers from it.</summary>
    internal LiveChildren Users { get; }

    /// <summary>Creates a pool.</summary>
    /// <param name="name">1 to 25 characters; unique.</param>
    /// <param name="count">How many buffers. 2^n - 1 uses memory best. Enough for all descriptors of all queues, the bursts in flight and the caches.</param>
    /// <param name="cacheSize">How many buffers each lcore may keep to itself: 0 to 512, and at most two thirds of <paramref name="count"/>.</param>
    /// <param name="dataRoomSize">The size of each buffer in bytes, headroom of 128 included: 0 to 65,535.</param>
    /// <param name="privateSize">Bytes of one's own in each mbuf; a multiple of 8.</param>
    /// <param name="socketId">The NUMA node; null takes the calling thread's.</param>
    /// <returns>The pool; dispose of it after the devices that use it.</returns>
    /// <exception cref="ArgumentException">A parameter is out of its range.</exception>
    /// <exception cref="InvalidOperationException">EAL is not running.</exception>
    /// <exception cref="DpdkException">There is a pool of that name, or too little memory.</exception>
    public static PacketPool Create(string name, int count, int cacheSize = 256, int dataRoomSize = DefaultDataRoom, int privateSize = 0, int? socketId = null)
    {
        _ = Eal.Require();
        MemoryNames.Check(name, "MP_");
        MemoryNames.CheckPoolSize(count, cacheSize);
        ArgumentOutOfRangeException.ThrowIfNegative(dataRoomSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dataRoomSize, ushort.MaxValue);
        ArgumentOutOfRangeException.ThrowIfNegative(privateSize);
        if (privateSize % (int)RTE_MBUF_PRIV_ALIGN != 0)
        {
            throw new ArgumentException($"The private area must be a multiple of {RTE_MBUF_PRIV_ALIGN:D} bytes; {privateSize:D} is not.", nameof(privateSize));
        }
        using var text = new NativeText(name);
        rte_mempool* pool = rte_pktmbuf_pool_create(
            text, (uint)count, (uint)cacheSize, (ushort)privateSize, (ushort)dataRoomSize, socketId ?? (int)rte_socket_id());
        return pool != null ? new PacketPool(pool, name) : throw MemoryNames.Failure(
            Describe(name), nameof(rte_pktmbuf_pool_create), rte_errno, (long)count * (dataRoomSize + privateSize + sizeof(rte_mbuf) + 64));
    }

    /// <summary>Takes a packet from the pool (<c>rte_pktmbuf_alloc</c>): empty, with the usual headroom.</summary>
    /// <param name="packet">The packet, the caller's own now; the null handle on failure.</param>
    /// <returns>False when the pool is empty.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAllocate(out Mbuf packet)
    {
        packet = Mbuf.Of(CheckedMode.IsEnabled ? PacketLedger.Allocate(Pointer) : rte_pktmbuf_alloc(Pointer));
        return !packet.IsNull;
    }

    /// <summary>Adds packets from the pool to a burst (<c>rte_pktmbuf_alloc_bulk</c>): all or none.</summary>
    /// <param name="burst">Where they go.</param>
    /// <param name="count">How many; at most the burst's <see cref="PacketBurst.FreeCount"/>.</param>
    /// <returns>False when the pool has fewer, or the burst no room; nothing is taken then.</returns>
    public bool TryAllocate(PacketBurst burst, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Span<Mbuf> free = burst.FreeSlots;
        if (count > free.Length)
        {
            return false;
        }
        fixed (Mbuf* packets = free)
        {
            if (CheckedMode.IsEnabled)
            {
                if (count > 0 && !PacketLedger.Allocate(Pointer, (rte_mbuf**)packets, (uint)count))
                {
                    return false;
                }
            }
            else if (count > 0 && rte_pktmbuf_alloc_bulk(Pointer, (rte_mbuf**)packets, (uint)count) != 0)
            {
                return false;
            }
        }
        burst.Commit(count);
        return true;
    }

    /// <summary>Gives the memory back (<c>rte_mempool_free</c>). Does nothing the second time.</summary>
    /// <exception cref="InvalidOperationException">Queues still use the pool, or packets of it are still out; the message says which or how many.</exception>
    public void Dispose()
    {
        if (_pool == null)
        {
            return;
        }
        Users.ThrowIfAny();
        if (CheckedMode.IsEnabled)
        {
            PoolLedger.ThrowIfNotWhole(_pool, Describe(Name));
        }
        int out_ = InUseCount;
        if (out_ > 0)
        {
            throw new InvalidOperationException(
                $"{Describe(Name)} cannot be disposed: {out_.ToString(CultureInfo.InvariantCulture)} of its {Capacity:D} packets are still out. Free them, close the devices and drain the rings that hold them first.");
        }
        rte_mempool* pool = _pool;
        _pool = null;
        if (CheckedMode.IsEnabled)
        {
            PoolLedger.Close(pool);
        }
        rte_mempool_free(pool);
        Eal.Current?.Children.Remove(Describe(Name));
    }

    /// <inheritdoc/>
    public override string ToString() => Describe(Name);

    private static string Describe(string name) => $"the packet pool '{name}'";

    [System.Diagnostics.CodeAnalysis.DoesNotReturn]
    private void ThrowDisposed() => throw new ObjectDisposedException(Describe(Name));
}
