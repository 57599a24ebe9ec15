using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>
/// A pool of objects of one size in DPDK's memory (<c>rte_mempool_create</c>), for state that threads hand to each other without allocating: sessions,
/// flow entries, requests. Taking and giving back may be done by any thread, at the speed of DPDK on lcores and registered threads
/// (see <see cref="LcoreRegistration"/>). For packets see <see cref="PacketPool"/>.
/// </summary>
/// <typeparam name="T">What an object is: a type without references.</typeparam>
public sealed unsafe class Mempool<T> : IDisposable
    where T : unmanaged
{
    private rte_mempool* _pool;

    private Mempool(rte_mempool* pool, string name)
    {
        _pool = pool;
        Name = name;
        Eal.Require().Children.Add(ToString());
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

    /// <summary>How many objects it has.</summary>
    public int Capacity => (int)Pointer->size;

    /// <summary>How many are free, those in the caches of all lcores included (<c>rte_mempool_avail_count</c>). Slow: not for the data path.</summary>
    public int AvailableCount => (int)rte_mempool_avail_count(Pointer);

    /// <summary>How many are in use (<c>rte_mempool_in_use_count</c>). Slow: not for the data path.</summary>
    public int InUseCount => (int)rte_mempool_in_use_count(Pointer);

    /// <summary>Creates a pool. All bytes of its objects are zero.</summary>
    /// <param name="name">1 to 25 characters; unique.</param>
    /// <param name="count">How many objects. 2^n - 1 uses memory best.</param>
    /// <param name="cacheSize">How many objects each lcore may keep to itself: 0 to 512, and at most two thirds of <paramref name="count"/>.</param>
    /// <param name="socketId">The NUMA node; null takes the calling thread's.</param>
    /// <returns>The pool; dispose of it when all its objects are back.</returns>
    /// <exception cref="ArgumentException">A parameter is out of its range.</exception>
    /// <exception cref="InvalidOperationException">EAL is not running.</exception>
    /// <exception cref="DpdkException">There is a pool of that name, or too little memory.</exception>
#pragma warning disable CA1000 // The object type is part of the question: Mempool<Session>.Create("sessions", 1023).
    public static Mempool<T> Create(string name, int count, int cacheSize = 0, int? socketId = null)
#pragma warning restore CA1000
    {
        _ = Eal.Require();
        MemoryNames.Check(name, "MP_");
        MemoryNames.CheckPoolSize(count, cacheSize);
        using var text = new NativeText(name);
        rte_mempool* pool = rte_mempool_create(
            text, (uint)count, (uint)sizeof(T), (uint)cacheSize, 0, null, null, null, null, socketId ?? (int)rte_socket_id(), 0);
        if (pool == null)
        {
            throw MemoryNames.Failure(Describe(name), nameof(rte_mempool_create), rte_errno, (long)count * (sizeof(T) + 64));
        }
        var result = new Mempool<T>(pool, name);
        result.ForEach(static (ref value, _) => value = default);
        return result;
    }

    /// <summary>Takes an object (<c>rte_mempool_get</c>).</summary>
    /// <param name="object">The object, the caller's own now, with what its last owner left in it; the null handle on failure.</param>
    /// <returns>False when the pool is empty.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGet(out MempoolObject<T> @object)
    {
        void* taken;
        bool got = rte_mempool_get(Pointer, &taken) == 0;
        @object = got ? new MempoolObject<T>((T*)taken) : default;
        return got;
    }

    /// <summary>Takes several objects, all or none (<c>rte_mempool_get_bulk</c>).</summary>
    /// <param name="objects">Filled whole, or not at all.</param>
    /// <returns>False when the pool has fewer.</returns>
    public bool TryGet(scoped Span<MempoolObject<T>> objects)
    {
        rte_mempool* pool = Pointer;
        fixed (MempoolObject<T>* table = objects)
        {
            return objects.Length == 0 || rte_mempool_get_bulk(pool, (void**)table, (uint)objects.Length) == 0;
        }
    }

    /// <summary>Gives an object back (<c>rte_mempool_put</c>).</summary>
    /// <param name="object">An object of this pool that the caller owns.</param>
    /// <exception cref="ArgumentException">It is the null handle, or an object of another pool.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(MempoolObject<T> @object)
    {
        rte_mempool* pool = Pointer;
        ThrowUnlessOwn(pool, @object);
        rte_mempool_put(pool, @object.Pointer);
    }

    /// <summary>Gives several objects back (<c>rte_mempool_put_bulk</c>).</summary>
    /// <param name="objects">Objects of this pool that the caller owns.</param>
    /// <exception cref="ArgumentException">There is a null handle or an object of another pool among them; none is given back then.</exception>
    public void Put(scoped ReadOnlySpan<MempoolObject<T>> objects)
    {
        rte_mempool* pool = Pointer;
        foreach (MempoolObject<T> o in objects)
        {
            ThrowUnlessOwn(pool, o);
        }
        fixed (MempoolObject<T>* table = objects)
        {
            if (objects.Length > 0)
            {
                rte_mempool_put_bulk(pool, (void**)table, (uint)objects.Length);
            }
        }
    }

    /// <summary>Visits each object, free or not (<c>rte_mempool_obj_iter</c>): to give objects their first values. Other threads must not use them meanwhile.</summary>
    /// <param name="action">What to do. What it throws ends the visits and comes back.</param>
    public void ForEach(MempoolObjectAction<T> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        new Walk(action).Run(Pointer);
    }

    /// <summary>Gives the memory back (<c>rte_mempool_free</c>). Does nothing the second time.</summary>
    /// <exception cref="InvalidOperationException">Objects are still out; the message says how many.</exception>
    public void Dispose()
    {
        if (_pool == null)
        {
            return;
        }
        if (InUseCount is > 0 and var left)
        {
            throw new InvalidOperationException($"{ToString()} cannot be disposed: {left:D} of its {Capacity:D} objects are still out. Put them back first.");
        }
        rte_mempool* pool = _pool;
        _pool = null;
        rte_mempool_free(pool);
        Eal.Current?.Children.Remove(ToString());
    }

    /// <inheritdoc/>
    public override string ToString() => Describe(Name);

    private static string Describe(string name) => $"the memory pool '{name}'";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ThrowUnlessOwn(rte_mempool* pool, MempoolObject<T> @object)
    {
        if (@object.IsNull || rte_mempool_from_obj(@object.Pointer) != pool)
        {
            ThrowNotOwn(@object);
        }
    }

    [DoesNotReturn]
    private static void ThrowNotOwn(MempoolObject<T> @object) =>
        throw new ArgumentException(@object.IsNull ? "There is no object to give back." : "The object belongs to another pool.", nameof(@object));

    [DoesNotReturn]
    private void ThrowDisposed() => throw new ObjectDisposedException(ToString());

    private sealed class Walk(MempoolObjectAction<T> action) : MempoolWalk
    {
        protected override void Visit(void* @object, int index) => action(ref *(T*)@object, index);
    }
}
