using System.Runtime.InteropServices;
using DpdkSharp.Headers;
using DpdkSharp.TestKit;

namespace DpdkSharp.Checked.Tests;

/// <summary>Packets that are used by somebody who does not own them.</summary>
public sealed class OwnershipTests : PoolTest
{
    /// <summary>What a handle can be used for.</summary>
    public static TheoryData<string> Uses => [.. s_uses.Keys];

    private static readonly Dictionary<string, Action<Mbuf>> s_uses = new(StringComparer.Ordinal)
    {
        ["Data"] = static p => _ = p.Data,
        ["DataLength"] = static p => _ = p.DataLength,
        ["PacketLength"] = static p => _ = p.PacketLength,
        ["Headroom"] = static p => _ = p.Headroom,
        ["Tailroom"] = static p => _ = p.Tailroom,
        ["SegmentCount"] = static p => _ = p.SegmentCount,
        ["IsContiguous"] = static p => _ = p.IsContiguous,
        ["Next"] = static p => _ = p.Next,
        ["Port"] = static p => p.Port = 3,
        ["Offloads"] = static p => p.Offloads = default,
        ["PacketType"] = static p => p.PacketType = 1,
        ["RssHash"] = static p => _ = p.RssHash,
        ["VlanTci"] = static p => p.VlanTci = 1,
        ["TxOffload"] = static p => p.TxOffload = default,
        ["ReferenceCount"] = static p => _ = p.ReferenceCount,
        ["IsClone"] = static p => _ = p.IsClone,
        ["TryPrepend"] = static p => p.TryPrepend(1, out _),
        ["TryAppend"] = static p => p.TryAppend(1, out _),
        ["TryAdjust"] = static p => p.TryAdjust(1),
        ["TryTrim"] = static p => p.TryTrim(1),
        ["TryLinearize"] = static p => p.TryLinearize(),
        ["TryRead"] = static p => p.TryRead(0, new byte[1]),
        ["TryWrite"] = static p => p.TryWrite(0, [1]),
        ["TryGetHeader"] = static p => p.TryGetHeader<EthernetHeader>(0, out _),
        ["TryReadHeader"] = static p => p.TryReadHeader<EthernetHeader>(0, out _),
        ["ParseLayers"] = static p => p.ParseLayers(),
        ["a timestamp"] = static p => MbufTimestamp.Register().TryGet(p, out _),
        ["a dynamic field"] = static p => MbufDynamicField<uint>.Register("checked_field")[p] = 1,
    };

    [Fact]
    public void A_packet_that_is_freed_twice_is_told_with_all_places()
    {
        PacketPool pool = TestPool.Create();
        Mbuf packet = pool.Packet();
        string freed = Message.Here(); packet.Free();

        string again = Message.Here(); string message = Violations.Of(PacketViolation.DoubleFree, () => packet.Free());

        Assert.Equal(
            $"Double free: the mbuf 0x.. of {pool} was freed by {again.InLambda()}. It was freed by {freed}, a time ago. It had been taken by {TestPool.Place}, a time ago. "
            + "A packet is freed once, by its last owner: set the handle to default when it is freed, or keep the packet in a burst that frees it.",
            message);
    }

    [Theory]
    [MemberData(nameof(Uses))]
    public void No_use_of_a_freed_packet_is_missed(string use)
    {
        PacketPool pool = TestPool.Create();
        Mbuf packet = pool.Packet();
        s_uses[use](packet);
        string freed = Message.Here(); packet.Free();

        string message = Violations.Of(PacketViolation.UseAfterFree, () => s_uses[use](packet));

        Assert.StartsWith($"Use after free: the mbuf 0x.. of {pool} was ", message, StringComparison.Ordinal);
        Assert.Contains($"It was freed by {freed}, a time ago. It had been taken by {TestPool.Place}", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_packet_is_not_used_after_it_was_sent()
    {
        PacketPool pool = TestPool.Create();
        using var port = new LoopPort(pool);
        Mbuf packet = pool.Packet();
        port.Send(packet);

        string read = Violations.Of(PacketViolation.UseAfterSend, () => _ = packet.Data);
        string freed = Violations.Of(PacketViolation.UseAfterSend, () => packet.Free());
        string sent = Violations.Of(PacketViolation.UseAfterSend, () => port.Send(packet));

        Assert.Contains($" was read or written by ", read, StringComparison.Ordinal);
        Assert.Contains($" was freed by ", freed, StringComparison.Ordinal);
        Assert.Contains($" was added to a burst or transmit buffer by ", sent, StringComparison.Ordinal);
        Assert.All((string[])[read, freed, sent], m => Assert.Contains($"It was sent to {port.Tx} by DpdkSharp.Checked.Tests.LoopPort.Send (LoopPort.cs:", m, StringComparison.Ordinal));
        Mbuf received = port.Receive();
        Assert.Equal(packet, received);
        received.Free();
    }

    [Fact]
    public void A_packet_is_not_used_after_it_went_into_a_ring()
    {
        PacketPool pool = TestPool.Create();
        using var ring = Ring<Mbuf>.Create(UniqueName.Next("ring"), 8);
        Mbuf packet = pool.Packet();
        string put = Message.Here(); bool added = ring.TryEnqueue(packet);
        Assert.True(added);

        string read = Violations.Of(PacketViolation.UseAfterEnqueue, () => _ = packet.PacketLength);
        string freed = Violations.Of(PacketViolation.UseAfterEnqueue, () => packet.Free());
        string twice = Violations.Of(PacketViolation.UseAfterEnqueue, () => ring.TryEnqueue(packet));

        Assert.All((string[])[read, freed, twice], m => Assert.Contains($"It was put into {ring} by {put}, a time ago.", m, StringComparison.Ordinal));
        Assert.Contains(" was put into a ring by ", twice, StringComparison.Ordinal);
        Assert.True(ring.TryDequeue(out Mbuf taken));
        Assert.Equal(60, taken.PacketLength);
        taken.Free();
    }

    [Fact]
    public void A_packet_is_not_used_after_it_went_into_a_transmit_buffer()
    {
        PacketPool pool = TestPool.Create();
        using var port = new LoopPort(pool);
        using TxBuffer buffer = port.Tx.CreateBuffer(4);
        Mbuf packet = pool.Packet();
        buffer.Add(packet);

        Assert.Contains($"It was added to a buffer of {port.Tx} by ", Violations.Of(PacketViolation.UseAfterSend, () => _ = packet.Data), StringComparison.Ordinal);
        Violations.Of(PacketViolation.UseAfterSend, () => buffer.Add(packet));

        Assert.Equal(1, buffer.Flush());
        Violations.Of(PacketViolation.UseAfterSend, () => packet.Free());
    }

    [Fact]
    public void A_packet_of_a_burst_belongs_to_the_burst()
    {
        PacketPool pool = TestPool.Create();
        using var port = new LoopPort(pool);
        port.Send(pool.Packet());
        Mbuf[] storage = new Mbuf[PacketBurst.DefaultStorage];
        using var burst = new PacketBurst(storage);
        string received = Message.Here(); int count = port.Rx.Receive(burst);
        Assert.Equal(1, count);
        Mbuf packet = burst[0];

        string freed = Violations.Of(PacketViolation.TwoOwners, () => packet.Free());
        Violations.Of(PacketViolation.TwoOwners, () =>
        {
            using var other = new PacketBurst(new Mbuf[2]);
            other.TryAdd(packet);
        });

        Assert.EndsWith(
            $"It is in a burst (from {port.Rx}), put there by {received}, a time ago. Take the packet out of the burst first (Take, TakeAll), or let the burst free it (Drop, Clear).", freed, StringComparison.Ordinal);
        burst.Take(0).Free();
    }

    [Fact]
    public void A_segment_belongs_to_its_packet()
    {
        PacketPool pool = TestPool.Create();
        Mbuf head = pool.Packet();
        Mbuf tail = pool.Packet();
        Assert.True(head.TryChain(tail));
        Assert.Equal(60, tail.DataLength);

        string message = Violations.Of(PacketViolation.TwoOwners, () => tail.Free());

        Assert.Contains("It is a segment of a longer packet, which was taken by ", message, StringComparison.Ordinal);
        Assert.EndsWith("free, send or pass on the packet's first segment.", message, StringComparison.Ordinal);
        head.Free();
        Violations.Of(PacketViolation.UseAfterFree, () => _ = tail.Data);
    }

    [Fact]
    public void A_freed_packet_is_not_passed_on()
    {
        PacketPool pool = TestPool.Create();
        using var port = new LoopPort(pool);
        using var ring = Ring<Mbuf>.Create(UniqueName.Next("ring"), 8);
        using TxBuffer buffer = port.Tx.CreateBuffer(4);
        Mbuf other = pool.Packet();
        Mbuf packet = pool.Packet();
        packet.Free();

        Violations.Of(PacketViolation.UseAfterFree, () => port.Send(packet));
        Violations.Of(PacketViolation.UseAfterFree, () => ring.TryEnqueue(packet));
        Violations.Of(PacketViolation.UseAfterFree, () => ring.EnqueueBurst([packet]));
        Violations.Of(PacketViolation.UseAfterFree, () => buffer.Add(packet));
        Violations.Of(PacketViolation.UseAfterFree, () => other.TryChain(packet));
        Violations.Of(PacketViolation.UseAfterFree, () => packet.TryChain(other));
        Violations.Of(PacketViolation.UseAfterFree, () => packet.TryClone(pool, out _));
        Violations.Of(PacketViolation.UseAfterFree, () => packet.TryCopy(pool, out _));

        Assert.True(ring.IsEmpty);
        other.Free();
    }

    [Fact]
    public void What_is_given_away_with_a_packet_that_cannot_be_stays_the_programs()
    {
        PacketPool pool = TestPool.Create();
        using var port = new LoopPort(pool);
        Mbuf good = pool.Packet();
        Mbuf bad = pool.Packet();
        Mbuf last = pool.Packet();
        var e = Assert.Throws<PacketOwnershipException>(() =>
        {
            // The burst's end frees what is left: the mistake is told once, where it was found first.
            using var burst = new PacketBurst(new Mbuf[PacketBurst.DefaultStorage]);
            Assert.True(burst.TryAdd(good) && burst.TryAdd(bad) && burst.TryAdd(last));
            SendByATwin(port, bad);
            port.Tx.Send(burst);
        });

        Assert.Equal(PacketViolation.UseAfterSend, e.Violation);
        Assert.Contains(" was sent by ", e.Message, StringComparison.Ordinal);
        Violations.Of(PacketViolation.UseAfterFree, () => _ = good.Data);
        Violations.Of(PacketViolation.UseAfterFree, () => _ = last.Data);
    }

    [Fact]
    public void A_packet_that_is_taken_again_is_a_packet_like_any_other()
    {
        PacketPool pool = TestPool.Create(count: 1);
        Mbuf packet = pool.Packet();
        packet.Free();
        Mbuf same = pool.Packet();
        Assert.Equal(packet, same);
        same.Data.Fill(1);
        same.Free();
    }

    /// <summary>Sends a packet by a burst that nobody should have made: its storage was written by hand.</summary>
    private static void SendByATwin(LoopPort port, Mbuf packet)
    {
        var storage = new Mbuf[3];
        var twin = new PacketBurst(storage);
        storage[1] = packet;
        Span<nint> words = MemoryMarshal.Cast<Mbuf, nint>(storage.AsSpan());
        words[0] = 1;
        Assert.Equal(1, port.Tx.Send(twin));
    }
}
