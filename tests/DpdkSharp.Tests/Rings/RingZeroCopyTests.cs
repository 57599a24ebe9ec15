using DpdkSharp.TestKit;

namespace DpdkSharp.Tests.Rings;

public class RingZeroCopyTests
{
    [Theory]
    [InlineData(RingSyncMode.SingleThread)]
    [InlineData(RingSyncMode.HeadTailSync)]
    public void Places_are_filled_and_elements_are_looked_at_in_place(RingSyncMode mode)
    {
        using Ring<int> ring = RingTests.Create<int>(8, mode, mode);
        using (RingEnqueueReservation<int> places = ring.ReserveEnqueue(5))
        {
            Assert.Equal(5, places.Count);
            ((ReadOnlySpan<int>)[1, 2, 3, 4, 5]).CopyTo(places.First);
            Assert.Equal(0, ring.Count);
            places.Commit(4);
        }
        Assert.Equal(4, ring.Count);
        using (RingDequeueReservation<int> elements = ring.ReserveDequeue(10))
        {
            Assert.Equal([1, 2, 3, 4], elements.First);
            Assert.Equal(0, elements.Second.Length);
            elements.Commit(1);
        }
        Assert.Equal(3, ring.Count);
        Assert.True(ring.TryDequeue(out int next));
        Assert.Equal(2, next);
    }

    [Theory]
    [InlineData(RingSyncMode.SingleThread)]
    [InlineData(RingSyncMode.HeadTailSync)]
    public void Where_the_memory_starts_again_there_are_two_parts(RingSyncMode mode)
    {
        using Ring<Guid> ring = RingTests.Create<Guid>(8, mode, mode);
        Guid[] values = [.. Enumerable.Range(0, 6).Select(static i => new Guid(i, 0, 0, new byte[8]))];
        Assert.True(ring.TryEnqueueBulk(values));
        Assert.True(ring.TryDequeueBulk(new Guid[6]));
        using (RingEnqueueReservation<Guid> places = ring.ReserveEnqueue(5))
        {
            Assert.Equal((2, 3), (places.First.Length, places.Second.Length));
            values.AsSpan(0, 2).CopyTo(places.First);
            values.AsSpan(2, 3).CopyTo(places.Second);
            places.Commit(5);
        }
        using RingDequeueReservation<Guid> elements = ring.ReserveDequeue(5);
        Assert.Equal(values.AsSpan(0, 2), elements.First);
        Assert.Equal(values.AsSpan(2, 3), elements.Second);
        elements.Commit(5);
        Assert.True(ring.IsEmpty);
    }

    [Theory]
    [InlineData(RingSyncMode.SingleThread)]
    [InlineData(RingSyncMode.HeadTailSync)]
    public void Disposing_without_commit_changes_nothing(RingSyncMode mode)
    {
        using Ring<int> ring = RingTests.Create<int>(8, mode, mode);
        Assert.True(ring.TryEnqueueBulk([1, 2, 3]));
        using (RingEnqueueReservation<int> places = ring.ReserveEnqueue(4))
        {
            places.First.Fill(9);
        }
        using (ring.ReserveDequeue(3))
        {
        }
        Assert.Equal(3, ring.Count);
        var all = new int[3];
        Assert.True(ring.TryDequeueBulk(all));
        Assert.Equal([1, 2, 3], all);
    }

    [Fact]
    public void All_or_nothing()
    {
        using Ring<int> ring = RingTests.Create<int>(8, RingSyncMode.SingleThread, RingSyncMode.HeadTailSync);
        Assert.False(ring.TryReserveEnqueue(8, out RingEnqueueReservation<int> tooMany));
        Assert.Equal(0, tooMany.Count);
        tooMany.Commit(0);
        tooMany.Dispose();
        Assert.True(ring.TryReserveEnqueue(7, out RingEnqueueReservation<int> places));
        places.Commit(7);
        Assert.False(ring.TryReserveDequeue(8, out _));
        Assert.True(ring.TryReserveDequeue(7, out RingDequeueReservation<int> elements));
        elements.Commit(7);
        Assert.True(ring.IsEmpty);
        using RingDequeueReservation<int> nothing = ring.ReserveDequeue(3);
        Assert.Equal(0, nothing.Count);
        Assert.True(ring.TryReserveDequeue(0, out RingDequeueReservation<int> none));
        none.Dispose();
    }

    [Fact]
    public void A_reservation_is_finished_once_whichever_copy_is_used()
    {
        using Ring<int> ring = RingTests.Create<int>(8, RingSyncMode.SingleThread, RingSyncMode.SingleThread);
        RingEnqueueReservation<int> places = ring.ReserveEnqueue(2);
        RingEnqueueReservation<int> copy = places;
        copy.Commit(2);
        bool refused = false;
        try
        {
            places.Commit(2);
        }
        catch (InvalidOperationException e)
        {
            refused = e.Message == $"This reservation of {ring} was committed or disposed before.";
        }
        Assert.True(refused);
        places.Dispose();
        copy.Dispose();
        Assert.Equal(2, ring.Count);
    }

    [Theory]
    [InlineData(RingSyncMode.SingleThread)]
    [InlineData(RingSyncMode.HeadTailSync)]
    public void A_thread_has_one_reservation_a_side(RingSyncMode mode)
    {
        using Ring<int> ring = RingTests.Create<int>(8, mode, mode);
        Assert.True(ring.TryEnqueueBulk([1, 2, 3]));
        using RingEnqueueReservation<int> places = ring.ReserveEnqueue(1);
        using RingDequeueReservation<int> elements = ring.ReserveDequeue(1);
        var e = Assert.Throws<InvalidOperationException>(() => ring.ReserveEnqueue(1).Dispose());
        Assert.Equal($"A reservation of {ring} is open on this thread: commit it or dispose of it first.", e.Message);
        Assert.Throws<InvalidOperationException>(() => ring.ReserveDequeue(1).Dispose());
        elements.Commit(1);
        places.Commit(0);
        Assert.Equal(2, ring.Count);
    }

    [Theory]
    [InlineData(RingSyncMode.MultiThread)]
    [InlineData(RingSyncMode.RelaxedTailSync)]
    public void Other_modes_say_that_they_do_not_allow_it(RingSyncMode mode)
    {
        using Ring<int> ring = RingTests.Create<int>(8, mode, mode);
        var producer = Assert.Throws<InvalidOperationException>(() => ring.ReserveEnqueue(1).Dispose());
        Assert.Equal(
            $"The producer side of {ring} is {mode}, which does not allow zero copy. Create the ring with SingleThread or HeadTailSync on that side.", producer.Message);
        var consumer = Assert.Throws<InvalidOperationException>(() => ring.ReserveDequeue(1).Dispose());
        Assert.StartsWith($"The consumer side of {ring} is {mode}", consumer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_are_checked()
    {
        using Ring<int> ring = RingTests.Create<int>(8, RingSyncMode.SingleThread, RingSyncMode.SingleThread);
        Assert.Throws<ArgumentOutOfRangeException>(() => ring.ReserveEnqueue(-1).Dispose());
        Assert.Throws<ArgumentOutOfRangeException>(() => ring.ReserveDequeue(-1).Dispose());
        Assert.Throws<ArgumentOutOfRangeException>(() =>
        {
            using RingEnqueueReservation<int> places = ring.ReserveEnqueue(2);
            places.Commit(3);
        });
        Assert.Throws<ArgumentOutOfRangeException>(() =>
        {
            using RingEnqueueReservation<int> places = ring.ReserveEnqueue(2);
            places.Commit(-1);
        });
        Assert.True(ring.IsEmpty);
        Assert.Equal(7, ring.FreeCount);
    }

    [Fact]
    public void Threads_take_turns_with_HTS()
    {
        const int Total = 20_000;
        using Ring<long> ring = Ring<long>.Create(UniqueName.Next("ring"), 64, RingSyncMode.HeadTailSync, RingSyncMode.HeadTailSync);
        long sum = 0;
        long taken = 0;
        var producers = Enumerable.Range(0, 2).Select(_ => new Thread(() =>
        {
            for (int i = 1; i <= Total;)
            {
                using RingEnqueueReservation<long> places = ring.ReserveEnqueue(Math.Min(8, Total - i + 1));
                foreach (ref long place in places.First)
                {
                    place = i++;
                }
                foreach (ref long place in places.Second)
                {
                    place = i++;
                }
                places.Commit(places.Count);
                if (places.Count == 0)
                {
                    Thread.Yield();
                }
            }
        }));
        var consumers = Enumerable.Range(0, 2).Select(_ => new Thread(() =>
        {
            while (Interlocked.Read(ref taken) < 2 * Total)
            {
                using RingDequeueReservation<long> elements = ring.ReserveDequeue(5);
                long part = 0;
                foreach (long element in elements.First)
                {
                    part += element;
                }
                foreach (long element in elements.Second)
                {
                    part += element;
                }
                elements.Commit(elements.Count);
                Interlocked.Add(ref sum, part);
                Interlocked.Add(ref taken, elements.Count);
                if (elements.Count == 0)
                {
                    Thread.Yield();
                }
            }
        }));
        Thread[] threads = [.. producers, .. consumers];
        Array.ForEach(threads, static t => t.Start());
        Array.ForEach(threads, static t => t.Join());
        Assert.Equal(2 * Total, taken);
        Assert.Equal((long)Total * (Total + 1), sum);
    }
}
