namespace DpdkSharp.Tests.Rings;

public class RingThreadTests
{
    private const int Total = 50_000;

    [Theory]
    [MemberData(nameof(RingTests.Modes), MemberType = typeof(RingTests))]
    public void Two_threads_one_adds_and_one_takes_and_the_order_stays(RingSyncMode producer, RingSyncMode consumer)
    {
        using Ring<int> ring = RingTests.Create<int>(64, producer, consumer);
        var adding = new Thread(() => Add(ring, 0));
        adding.Start();
        int expected = 0;
        Span<int> taken = stackalloc int[7];
        while (expected < Total)
        {
            int count = ring.DequeueBurst(taken);
            foreach (int value in taken[..count])
            {
                Assert.Equal(expected++, value);
            }
            if (count == 0)
            {
                Thread.Yield();
            }
        }
        adding.Join();
        Assert.True(ring.IsEmpty);
    }

    [Theory]
    [InlineData(RingSyncMode.MultiThread)]
    [InlineData(RingSyncMode.RelaxedTailSync)]
    [InlineData(RingSyncMode.HeadTailSync)]
    public void Several_threads_on_each_side_lose_and_double_nothing(RingSyncMode mode)
    {
        using Ring<int> ring = RingTests.Create<int>(64, mode, mode);
        var seen = new int[2 * Total];
        int taken = 0;
        Thread[] threads =
        [
            new(() => Add(ring, 0)),
            new(() => Add(ring, Total)),
            .. Enumerable.Range(0, 2).Select(_ => new Thread(() =>
            {
                while (Volatile.Read(ref taken) < seen.Length)
                {
                    if (ring.TryDequeue(out int value))
                    {
                        Interlocked.Increment(ref seen[value]);
                        Interlocked.Increment(ref taken);
                    }
                    else
                    {
                        Thread.Yield();
                    }
                }
            })),
        ];
        Array.ForEach(threads, static t => t.Start());
        Array.ForEach(threads, static t => t.Join());
        Assert.Equal(seen.Length, taken);
        Assert.All(seen, static times => Assert.Equal(1, times));
    }

    private static void Add(Ring<int> ring, int first)
    {
        Span<int> values = stackalloc int[5];
        for (int next = first; next < first + Total;)
        {
            int count = Math.Min(values.Length, first + Total - next);
            for (int i = 0; i < count; i++)
            {
                values[i] = next + i;
            }
            int added = ring.EnqueueBurst(values[..count]);
            next += added;
            if (added == 0)
            {
                Thread.Yield();
            }
        }
    }
}
