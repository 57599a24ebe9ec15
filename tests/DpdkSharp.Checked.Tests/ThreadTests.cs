using DpdkSharp.TestKit;

namespace DpdkSharp.Checked.Tests;

/// <summary>Two lcores: what one of them does wrong with the other's packets is found, every time.</summary>
public sealed class ThreadTests(EalFixture fixture) : PoolTest
{
    [Fact]
    public void Of_two_lcores_that_free_the_same_packets_one_is_told_for_each()
    {
        const int Count = 64;
        const int Rounds = 50;
        PacketPool pool = TestPool.Create(1023, cacheSize: 64);
        var packets = new Mbuf[Count];
        long[] found = new long[2];
        int missed = 0;
        int left = 0;
        int met = 0;
        int started = 0;
        int ended = 0;
        // They spin, so that both are off in the same moment.
        static void Meet(ref int count, int round)
        {
            _ = Interlocked.Increment(ref count);
            while (Volatile.Read(ref count) < 2 * (round + 1))
            {
                Thread.SpinWait(1);
            }
        }

        void FreeAll(int who, int round)
        {
            int number = round * Count;
            for (int i = 0; i < Count; i++)
            {
                // For each packet, so that both are at it in the same moment.
                Meet(ref met, number++);
                try
                {
                    packets[i].Free();
                }
                catch (PacketOwnershipException e) when (e.Violation == PacketViolation.DoubleFree)
                {
                    found[who]++;
                }
            }
        }

        fixture.Run(() =>
        {
            LcoreJob job = fixture.Worker.Launch(() =>
            {
                for (int round = 0; round < Rounds; round++)
                {
                    Meet(ref started, round);
                    FreeAll(1, round);
                    Meet(ref ended, round);
                }
            });
            for (int round = 0; round < Rounds; round++)
            {
                for (int i = 0; i < Count; i++)
                {
                    packets[i] = pool.Packet();
                }
                Meet(ref started, round);
                FreeAll(0, round);
                Meet(ref ended, round);
                missed += found[0] + found[1] == (round + 1) * Count ? 0 : 1;
                left += pool.InUseCount;
            }
            job.Wait();
        });
        Assert.Equal((0, 0), (missed, left));
        Assert.True(found[0] > 0 && found[1] > 0, $"{found[0]} and {found[1]}");
    }

    [Fact]
    public void A_packet_goes_from_lcore_to_lcore_and_messages_name_both()
    {
        PacketPool pool = TestPool.Create(1023, cacheSize: 64);
        using var ring = Ring<Mbuf>.Create(UniqueName.Next("ring"), 1024);
        const int Count = 200_000;
        int received = 0;
        string? late = null;
        fixture.Run(() =>
        {
            LcoreJob job = fixture.Worker.Launch(() =>
            {
                using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
                Mbuf last = default;
                while (received < Count)
                {
                    int taken = ring.Dequeue(burst);
                    received += taken;
                    if (taken > 0)
                    {
                        last = burst[0];
                    }
                    burst.Clear();
                }
                late = Assert.Throws<PacketOwnershipException>(() => last.Free()).Message;
            });
            using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
            for (int sent = 0; sent < Count;)
            {
                if (burst.IsEmpty && !pool.TryAllocate(burst, Math.Min(32, Count - sent)))
                {
                    continue;
                }
                sent += ring.Enqueue(burst);
            }
            job.Wait();
        });
        Assert.Equal(0, pool.InUseCount);
        Assert.Matches($@"It was freed by .* on lcore {fixture.Worker.Id}, .*It had been taken \(from {ring}\) by .* on lcore {fixture.Worker.Id}, ", late);
    }
}
