using System.Runtime.InteropServices;
using CsCheck;
using DpdkSharp.TestKit;

namespace DpdkSharp.Tests.Rings;

public class RingTests
{
    public static TheoryData<RingSyncMode, RingSyncMode> Modes
    {
        get
        {
            var modes = new TheoryData<RingSyncMode, RingSyncMode>();
            foreach (RingSyncMode producer in Enum.GetValues<RingSyncMode>())
            {
                foreach (RingSyncMode consumer in Enum.GetValues<RingSyncMode>())
                {
                    modes.Add(producer, consumer);
                }
            }
            return modes;
        }
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void What_goes_in_comes_out_in_order(RingSyncMode producer, RingSyncMode consumer)
    {
        using Ring<int> ring = Create<int>(8, producer, consumer);
        Assert.Equal((producer, consumer), (ring.Producer, ring.Consumer));
        Assert.Equal((7, 0, 7), (ring.Capacity, ring.Count, ring.FreeCount));
        Assert.True(ring.IsEmpty);
        for (int i = 0; i < 7; i++)
        {
            Assert.False(ring.IsFull);
            Assert.True(ring.TryEnqueue(i));
        }
        Assert.True(ring.IsFull);
        Assert.False(ring.IsEmpty);
        Assert.Equal((7, 0), (ring.Count, ring.FreeCount));
        Assert.False(ring.TryEnqueue(7));
        for (int i = 0; i < 7; i++)
        {
            Assert.True(ring.TryDequeue(out int value));
            Assert.Equal(i, value);
        }
        Assert.False(ring.TryDequeue(out int none));
        Assert.Equal(0, none);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Bulk_is_all_or_nothing_and_burst_is_what_fits(RingSyncMode producer, RingSyncMode consumer)
    {
        using Ring<long> ring = Create<long>(8, producer, consumer);
        Assert.False(ring.TryEnqueueBulk([1, 2, 3, 4, 5, 6, 7, 8]));
        Assert.Equal(0, ring.Count);
        Assert.True(ring.TryEnqueueBulk([1, 2, 3, 4, 5]));
        Assert.Equal(2, ring.EnqueueBurst([6, 7, 8, 9]));
        Assert.Equal(0, ring.EnqueueBurst([8]));
        var taken = new long[8];
        Assert.False(ring.TryDequeueBulk(taken));
        Assert.All(taken, static v => Assert.Equal(0, v));
        Assert.True(ring.TryDequeueBulk(taken.AsSpan(0, 3)));
        Assert.Equal([1, 2, 3, 0, 0, 0, 0, 0], taken);
        Assert.Equal(4, ring.DequeueBurst(taken));
        Assert.Equal([4, 5, 6, 7, 0, 0, 0, 0], taken);
        Assert.Equal(0, ring.DequeueBurst(taken));
        Assert.True(ring.TryEnqueueBulk([]));
        Assert.True(ring.TryDequeueBulk([]));
        Assert.Equal(0, ring.EnqueueBurst([]));
        Assert.Equal(0, ring.DequeueBurst([]));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(8, 8)]
    [InlineData(1000, 1000)]
    public void An_exact_size_can_be_used_whole(int count, int capacity)
    {
        using Ring<int> ring = Ring<int>.Create(UniqueName.Next("ring"), count, exactSize: true);
        Assert.Equal(capacity, ring.Capacity);
        Assert.Equal(capacity, ring.EnqueueBurst(new int[capacity + 5]));
        Assert.True(ring.IsFull);
    }

    [Fact]
    public void Elements_of_every_size_go_round_the_ring_and_stay_whole() =>
        Gen.Int[0, 20].List[1, 60].Sample(static steps =>
        {
            Check(steps, static i => i);
            Check(steps, static i => (long)i << 20);
            Check(steps, static i => new Twelve(i, i + 1, i + 2));
            Check(steps, static i => new Guid(i, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
            Check(steps, static i => new Forty(i));
        }, iter: 20);

    [Fact]
    public void Elements_whose_size_is_no_multiple_of_four_are_refused()
    {
        Assert.Contains("has 2", Assert.Throws<ArgumentException>(static () => Ring<short>.Create("bad", 8)).Message, StringComparison.Ordinal);
        Assert.Contains("multiple of 4 bytes", Assert.Throws<ArgumentException>(static () => Ring<Six>.Create("bad", 8)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ring_has_a_size_that_DPDK_can_make()
    {
        Assert.Contains("7 is not", Assert.Throws<ArgumentException>(static () => Ring<int>.Create("bad", 7)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(static () => Ring<int>.Create("bad", 1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Ring<int>.Create("bad", 0, exactSize: true));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Ring<int>.Create("bad", -8));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Ring<int>.Create("bad", int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Ring<int>.Create("bad", 1 << 30, exactSize: true));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Ring<int>.Create("bad", 8, (RingSyncMode)7));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Ring<int>.Create("bad", 8, RingSyncMode.MultiThread, (RingSyncMode)7));
    }

    [Fact]
    public void Names_are_unique_and_not_too_long()
    {
        string longest = UniqueName.Next("ring").PadRight(28, 'x');
        using Ring<int> ring = Ring<int>.Create(longest, 8);
        Assert.Equal(longest, ring.Name);
        Assert.Equal($"the ring '{longest}'", ring.ToString());
        var exists = Assert.Throws<DpdkException>(() => Ring<int>.Create(longest, 8));
        Assert.Equal("rte_ring_create_elem", exists.Function);
        Assert.Contains("choose another name", exists.Message, StringComparison.Ordinal);
        var tooLong = Assert.Throws<ArgumentException>(() => Ring<int>.Create(longest + "x", 8));
        Assert.Contains("takes 29 bytes; DPDK allows 28", tooLong.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(static () => Ring<int>.Create(" ", 8));
    }

    [Fact]
    public void Too_large_a_ring_says_how_much_memory_it_needs()
    {
        var e = Assert.Throws<DpdkException>(static () => Ring<Guid>.Create(UniqueName.Next("ring"), 1 << 28));
        Assert.Equal(12, e.Errno);
        Assert.Contains("It needs about 4097 MB", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_disposed_ring_is_gone_and_its_name_is_free()
    {
        string name = UniqueName.Next("ring");
        Ring<int> ring = Ring<int>.Create(name, 8);
        Assert.True(ring.TryEnqueue(1));
        ring.Dispose();
        ring.Dispose();
        Assert.Throws<ObjectDisposedException>(() => ring.Count);
        Assert.Throws<ObjectDisposedException>(() => ring.TryEnqueue(1));
        Assert.Throws<ObjectDisposedException>(() => ring.TryDequeue(out _));
        Assert.Throws<ObjectDisposedException>(() => ring.EnqueueBurst([1]));
        using Ring<int> again = Ring<int>.Create(name, 8);
        Assert.True(again.IsEmpty);
    }

    internal static Ring<T> Create<T>(int count, RingSyncMode producer, RingSyncMode consumer)
        where T : unmanaged => Ring<T>.Create(UniqueName.Next("ring"), count, producer, consumer);

    /// <summary>Adds and takes bursts by turns, against a queue of the framework.</summary>
    private static void Check<T>(List<int> steps, Func<int, T> element)
        where T : unmanaged
    {
        using Ring<T> ring = Create<T>(16, RingSyncMode.SingleThread, RingSyncMode.MultiThread);
        var expected = new Queue<T>();
        int next = 0;
        foreach (int step in steps)
        {
            T[] added = [.. Enumerable.Range(next, step).Select(element)];
            int accepted = ring.EnqueueBurst(added);
            Assert.Equal(Math.Min(step, 15 - expected.Count), accepted);
            next += accepted;
            foreach (T value in added[..accepted])
            {
                expected.Enqueue(value);
            }
            var taken = new T[step / 2 + 1];
            int count = ring.DequeueBurst(taken);
            Assert.Equal(Math.Min(taken.Length, expected.Count), count);
            for (int i = 0; i < count; i++)
            {
                Assert.Equal(expected.Dequeue(), taken[i]);
            }
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private record struct Twelve(int A, int B, int C);

    [StructLayout(LayoutKind.Sequential, Size = 40)]
    private record struct Forty(long A);

    [StructLayout(LayoutKind.Sequential, Size = 6)]
    private record struct Six(short A);
}
