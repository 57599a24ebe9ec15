using DpdkSharp.Interop;

namespace DpdkSharp.Checked.Tests;

/// <summary>Packets whose header contradicts itself, and memory that was written where nobody should.</summary>
public sealed unsafe class CorruptionTests : PoolTest
{
    [Theory]
    [InlineData("nb_segs 0", "it has no segments (nb_segs is 0)")]
    [InlineData("nb_segs 2", "its nb_segs says 2 segments, the chain has 1")]
    [InlineData("pkt_len", "its pkt_len says 61 bytes, its segments have 60")]
    [InlineData("data_off", "its data reaches beyond the buffer: data_off 2117 and data_len 60 are more than buf_len 2176")]
    [InlineData("refcnt 0", "its reference count is 0")]
    [InlineData("refcnt 40000", "its reference count is 40000")]
    [InlineData("buf_len", "its buf_addr or buf_len is not that of its own buffer, though it is neither a clone nor has an external buffer")]
    [InlineData("circle", "it has more segments than its nb_segs says, 1: the chain is broken, or runs in a circle")]
    public void A_header_that_contradicts_itself_is_found_when_the_packet_is_freed(string what, string problem)
    {
        PacketPool pool = TestPool.Create();
        Mbuf packet = pool.Packet();
        rte_mbuf* mbuf = packet.Pointer;
        rte_mbuf before = *mbuf;
        Damage(mbuf, what);

        string freeing = Message.Here(); string message = Violations.Of(PacketViolation.CorruptedPacket, () => packet.Free());

        Assert.Equal(
            $"Corrupted packet: the mbuf 0x.. of {pool} was given away by {freeing.InLambda()}, and {problem}. It is with the application, taken by {TestPool.Place}, a time ago. "
            + "It was left where it was. Look for code that changes the mbuf's fields: raw pointers, C code, or two threads with one packet.",
            message);
        *mbuf = before;
        packet.Free();
    }

    [Theory]
    [InlineData("nb_segs 2")]
    [InlineData("pkt_len")]
    [InlineData("data_off")]
    [InlineData("refcnt 0")]
    public void It_is_found_when_the_packet_is_sent_and_the_packet_stays(string what)
    {
        PacketPool pool = TestPool.Create();
        using var port = new LoopPort(pool);
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        Assert.True(pool.TryAllocate(burst, 8));
        rte_mbuf* mbuf = burst[5].Pointer;
        Assert.True(burst[5].TryAppend(60, out _));
        rte_mbuf before = *mbuf;
        Damage(mbuf, what);
        PacketOwnershipException? found = null;
        try
        {
            port.Tx.Send(burst);
        }
        catch (PacketOwnershipException e)
        {
            found = e;
        }
        Assert.Equal(PacketViolation.CorruptedPacket, found?.Violation);
        Assert.Equal(8, burst.Count);
        *mbuf = before;
        Assert.Equal(8, port.Tx.Send(burst));
    }

    [Fact]
    public void A_broken_chain_is_not_followed_by_a_clone()
    {
        PacketPool pool = TestPool.Create();
        Mbuf packet = pool.Packet();
        Assert.True(packet.TryChain(pool.Packet()));
        rte_mbuf* mbuf = packet.Pointer;
        rte_mbuf* next = mbuf->next;
        mbuf->next = null;

        Assert.Contains("its nb_segs says 2 segments, the chain has 1", Violations.Of(PacketViolation.CorruptedPacket, () => packet.TryClone(pool, out _)), StringComparison.Ordinal);

        mbuf->next = next;
        packet.Free();
    }

    [Fact]
    public void A_packet_that_would_go_into_a_foreign_pool_is_found()
    {
        PacketPool pool = TestPool.Create();
        PacketPool other = TestPool.Create();
        Mbuf packet = pool.Packet();
        packet.Pointer->pool = other.Pointer;

        string message = Violations.Of(PacketViolation.ForeignPool, () => packet.Free());

        Assert.StartsWith($"Foreign pool: the mbuf 0x.. of {pool} was given away by ", message, StringComparison.Ordinal);
        Assert.Contains("its pool is another one (0x..) than the one that it comes from: freeing it would put it there", message, StringComparison.Ordinal);
        packet.Pointer->pool = pool.Pointer;
        packet.Free();
    }

    [Fact]
    public void A_foreign_packet_in_a_pool_is_found_when_it_comes_out()
    {
        PacketPool pool = TestPool.Create(count: 7);
        PacketPool other = TestPool.Create();
        Mbuf packet = other.Packet();
        // A pool has no room for more than its own.
        var own = new List<Mbuf> { pool.Packet() };
        Dpdk.rte_mempool_put(pool.Pointer, packet.Pointer);
        string message = Violations.Of(PacketViolation.ForeignPool, () =>
        {
            while (pool.TryAllocate(out Mbuf next))
            {
                own.Add(next);
            }
        });

        Assert.StartsWith($"Foreign pool: {pool} gave out 0x.., which is the mbuf 0x.. of {other}. C code or the raw layer put it there", message, StringComparison.Ordinal);
        Assert.Equal(7, own.Count);
        own.ForEach(static p => p.Free());
        packet.Free();
        pool.Dispose();
        other.Dispose();
    }

    [Fact]
    public void A_foreign_packet_in_a_pool_is_found_when_the_pool_goes()
    {
        PacketPool pool = TestPool.Create(count: 7);
        PacketPool other = TestPool.Create();
        Mbuf packet = other.Packet();
        Mbuf own = pool.Packet();
        Dpdk.rte_mempool_put(pool.Pointer, packet.Pointer);

        string message = Violations.Of(PacketViolation.ForeignPool, pool.Dispose);

        Assert.StartsWith($"{pool} holds 0x.., which is the mbuf 0x.. of {other}: it was put into the wrong pool", message, StringComparison.Ordinal);
        // It is told once.
        for (int i = 0; i < 7; i++)
        {
            void* mbuf;
            Assert.Equal(0, Dpdk.rte_mempool_get(pool.Pointer, &mbuf));
            if (mbuf != packet.Known)
            {
                Dpdk.rte_mempool_put(pool.Pointer, mbuf);
            }
        }
        packet.Free();
        own.Free();
    }

    [Fact]
    public void A_packet_that_C_code_freed_twice_is_found_when_the_pool_goes()
    {
        PacketPool pool = TestPool.Create(count: 7);
        Mbuf packet = pool.Packet();
        Mbuf other = pool.Packet();
        rte_mbuf* mbuf = packet.Pointer;
        packet.Free();
        Dpdk.rte_mempool_put(pool.Pointer, mbuf);

        string message = Violations.Of(PacketViolation.DoubleFree, pool.Dispose);

        Assert.StartsWith($"{pool} holds the mbuf 0x.. of {pool} twice: it was freed once more than it was taken, by C code or the raw layer. It was freed by ", message, StringComparison.Ordinal);
        // The pool has room for its own number alone: first the second one goes out of it.
        var own = new HashSet<nint>();
        for (int i = 0; i < 7; i++)
        {
            void* taken;
            Assert.Equal(0, Dpdk.rte_mempool_get(pool.Pointer, &taken));
            if (own.Add((nint)taken))
            {
                Dpdk.rte_mempool_put(pool.Pointer, taken);
            }
        }
        other.Free();
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 15)]
    [InlineData(64, 3)]
    public void A_write_behind_the_buffer_is_found_when_the_packet_is_freed(int privateSize, int behind)
    {
        PacketPool pool = TestPool.Create(privateSize: privateSize);
        Mbuf packet = pool.Packet();
        byte* end = (byte*)packet.Pointer->buf_addr + packet.Pointer->buf_len;
        end[behind] = 0;

        string message = Violations.Of(PacketViolation.BufferOverrun, () => packet.Free());

        Assert.StartsWith($"Buffer overrun: something wrote behind the buffer of the mbuf 0x.. of {pool}, whose data room has 2176 bytes, {behind} bytes beyond its end. ", message, StringComparison.Ordinal);
        Assert.Contains($"It had been taken by {TestPool.Place}", message, StringComparison.Ordinal);
        // It was freed nevertheless.
        Assert.Equal(0, pool.InUseCount);
    }

    [Fact]
    public void A_write_behind_the_buffer_is_found_when_the_pool_goes()
    {
        PacketPool pool = TestPool.Create(count: 7);
        Mbuf packet = pool.Packet();
        byte* end = (byte*)packet.Pointer->buf_addr + packet.Pointer->buf_len;
        packet.Free();
        end[0] = 0;

        Assert.StartsWith("Buffer overrun: ", Violations.Of(PacketViolation.BufferOverrun, pool.Dispose), StringComparison.Ordinal);
        pool.Dispose();
    }

    [Fact]
    public void A_write_into_a_free_packet_is_found_when_it_is_taken()
    {
        PacketPool pool = TestPool.Create(count: 1);
        Mbuf packet = pool.Packet();
        byte* data = (byte*)packet.Pointer->buf_addr + 128;
        packet.Free();
        data[12] = 8;

        string message = Violations.Of(PacketViolation.WriteAfterFree, () => pool.TryAllocate(out _));

        Assert.StartsWith(
            $"Write after free: the mbuf 0x.. of {pool} was changed while it was free: byte 12 of its data was written. It was freed by DpdkSharp.Checked.Tests.CorruptionTests.A_write_into_a_free_packet_is_found_when_it_is_taken (",
            message, StringComparison.Ordinal);
        Assert.EndsWith(
            $"It had been taken by {TestPool.Place}, a time ago. Look for a span, a header reference or a handle that was kept after the packet was freed.",
            message, StringComparison.Ordinal);
        // It is told once, and the packet is not lost.
        pool.Packet().Free();
    }

    [Fact]
    public void A_write_into_a_free_packet_is_found_when_the_pool_goes()
    {
        PacketPool pool = TestPool.Create(count: 7);
        Mbuf packet = pool.Packet();
        Span<byte> kept = packet.Data;
        packet.Free();
        kept[0] = 1;

        Assert.Contains("byte 0 of its data was written", Violations.Of(PacketViolation.WriteAfterFree, pool.Dispose), StringComparison.Ordinal);
        pool.Dispose();
    }

    [Fact]
    public void A_changed_header_of_a_free_packet_is_found_when_it_is_taken()
    {
        PacketPool pool = TestPool.Create(count: 1);
        Mbuf packet = pool.Packet();
        rte_mbuf* mbuf = packet.Pointer;
        packet.Free();
        mbuf->refcnt = 2;

        Assert.Contains("its reference count is 2, which must be 1", Violations.Of(PacketViolation.WriteAfterFree, () => pool.TryAllocate(out _)), StringComparison.Ordinal);
        pool.Packet().Free();
    }

    [Fact]
    public void What_C_code_wrote_into_a_packet_that_it_had_taken_is_no_mistake()
    {
        PacketPool pool = TestPool.Create(count: 1);
        pool.Packet().Free();
        rte_mbuf* mbuf = Dpdk.rte_pktmbuf_alloc(pool.Pointer);
        new Span<byte>((byte*)mbuf->buf_addr + mbuf->data_off, 1500).Fill(1);
        Dpdk.rte_pktmbuf_free(mbuf);
        pool.Packet().Free();
    }

    private static void Damage(rte_mbuf* mbuf, string what)
    {
        switch (what)
        {
            case "nb_segs 0":
                mbuf->nb_segs = 0;
                break;
            case "nb_segs 2":
                mbuf->nb_segs = 2;
                break;
            case "pkt_len":
                mbuf->pkt_len = 61;
                break;
            case "data_off":
                mbuf->data_off = 2117;
                break;
            case "refcnt 0":
                mbuf->refcnt = 0;
                break;
            case "refcnt 40000":
                mbuf->refcnt = 40_000;
                break;
            case "buf_len":
                mbuf->buf_len = 4096;
                break;
            case "circle":
                mbuf->next = mbuf;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(what), what, "Unknown damage.");
        }
    }
}
