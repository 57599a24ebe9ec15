using DpdkSharp.TestKit;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Tests.Memory;

public class MempoolTests
{
    [Fact]
    public void Objects_are_taken_and_given_back()
    {
        using Mempool<Session> pool = Create(15);
        Assert.Equal((15, 15, 0), (pool.Capacity, pool.AvailableCount, pool.InUseCount));
        Assert.True(pool.TryGet(out MempoolObject<Session> session));
        Assert.False(session.IsNull);
        Assert.Equal(default, session.Value);
        session.Value.Packets++;
        session.Value.Id = 7;
        Assert.Equal(new Session { Id = 7, Packets = 1 }, session.Value);
        Assert.Equal((14, 1), (pool.AvailableCount, pool.InUseCount));
        pool.Put(session);
        Assert.Equal(15, pool.AvailableCount);
    }

    [Fact]
    public void An_empty_pool_gives_nothing_until_something_comes_back()
    {
        using Mempool<Session> pool = Create(3);
        var all = new MempoolObject<Session>[3];
        Assert.True(pool.TryGet(all));
        Assert.Equal(3, all.Distinct().Count());
        Assert.False(pool.TryGet(out MempoolObject<Session> none));
        Assert.True(none.IsNull);
        pool.Put(all[1]);
        Assert.False(pool.TryGet(new MempoolObject<Session>[2]));
        Assert.True(pool.TryGet(out MempoolObject<Session> again));
        Assert.Equal(all[1], again);
        Assert.True(all[1] == again);
        Assert.True(all[0] != again);
        pool.Put(all);
        Assert.Equal(3, pool.AvailableCount);
        Assert.True(pool.TryGet([]));
        pool.Put([]);
    }

    [Fact]
    public void Each_object_is_visited_with_its_number()
    {
        using Mempool<Session> pool = Create(31);
        var numbers = new List<int>();
        pool.ForEach((ref session, index) =>
        {
            session.Id = 100 + index;
            numbers.Add(index);
        });
        Assert.Equal(Enumerable.Range(0, 31), numbers);
        var all = new MempoolObject<Session>[31];
        Assert.True(pool.TryGet(all));
        Assert.Equal(Enumerable.Range(100, 31), all.Select(static s => s.Value.Id).Order());
        pool.Put(all);
    }

    [Fact]
    public void What_a_visit_throws_comes_back()
    {
        using Mempool<Session> pool = Create(31);
        int visits = 0;
        var e = Assert.Throws<InvalidDataException>(() => pool.ForEach((ref _, index) =>
        {
            visits++;
            if (index == 3)
            {
                throw new InvalidDataException("the third");
            }
        }));
        Assert.Equal("the third", e.Message);
        Assert.Equal(4, visits);
    }

    [Fact]
    public void Only_a_pools_own_objects_come_back()
    {
        using Mempool<Session> pool = Create(3);
        using Mempool<Session> other = Create(3);
        Assert.True(other.TryGet(out MempoolObject<Session> foreign));
        Assert.True(pool.TryGet(out MempoolObject<Session> own));
        Assert.StartsWith("The object belongs to another pool.", Assert.Throws<ArgumentException>(() => pool.Put(foreign)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => pool.Put([own, foreign]));
        Assert.Equal(1, pool.InUseCount);
        Assert.StartsWith("There is no object to give back.", Assert.Throws<ArgumentException>(() => pool.Put(default(MempoolObject<Session>))).Message, StringComparison.Ordinal);
        pool.Put(own);
        other.Put(foreign);
    }

    [Fact]
    public void A_pool_with_objects_out_is_not_disposed()
    {
        Mempool<Session> pool = Create(7);
        Assert.True(pool.TryGet(out MempoolObject<Session> session));
        var e = Assert.Throws<InvalidOperationException>(pool.Dispose);
        Assert.Equal($"{pool} cannot be disposed: 1 of its 7 objects are still out. Put them back first.", e.Message);
        pool.Put(session);
        pool.Dispose();
        pool.Dispose();
        Assert.Throws<ObjectDisposedException>(() => pool.TryGet(out _));
        Assert.Throws<ObjectDisposedException>(() => pool.Capacity);
    }

    [Fact]
    public unsafe void Lcores_keep_objects_in_a_cache(/* a registered thread is one */)
    {
        using var pool = Mempool<Session>.Create(UniqueName.Next("pool"), 255, cacheSize: 16);
        uint cached = 0;
        int available = 0;
        var thread = new Thread(() =>
        {
            using LcoreRegistration registration = LcoreRegistration.Register();
            Assert.True(pool.TryGet(out MempoolObject<Session> session));
            pool.Put(session);
            cached = rte_mempool_default_cache(pool.Pointer, (uint)registration.LcoreId)->len;
            available = pool.AvailableCount;
        });
        thread.Start();
        thread.Join();
        Assert.Equal(17u, cached);
        Assert.Equal(255, available);
    }

    [Fact]
    public void Bad_parameters_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => Mempool<int>.Create("bad", 0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Mempool<int>.Create("bad", 10, -1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Mempool<int>.Create("bad", 10_000, 513));
        Assert.Throws<ArgumentException>(static () => Mempool<int>.Create("bad", 10, 7));
        Assert.Contains("DPDK allows 25", Assert.Throws<ArgumentException>(static () => Mempool<int>.Create(new string('x', 26), 10)).Message, StringComparison.Ordinal);
        using Mempool<Session> pool = Create(3);
        Assert.Contains("choose another name", Assert.Throws<DpdkException>(() => Mempool<int>.Create(pool.Name, 3)).Message, StringComparison.Ordinal);
        Assert.Contains("It needs about 7630 MB", Assert.Throws<DpdkException>(static () => Mempool<decimal>.Create(UniqueName.Next("big"), 100_000_000)).Message, StringComparison.Ordinal);
    }

    private static Mempool<Session> Create(int count) => Mempool<Session>.Create(UniqueName.Next("pool"), count);

    private struct Session : IEquatable<Session>
    {
        public int Id;
        public long Packets;

        public readonly bool Equals(Session other) => Id == other.Id && Packets == other.Packets;

        public override readonly bool Equals(object? obj) => obj is Session other && Equals(other);

        public override readonly int GetHashCode() => Id;
    }
}
