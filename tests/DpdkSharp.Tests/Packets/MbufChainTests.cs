using CsCheck;
using DpdkSharp.Headers;

namespace DpdkSharp.Tests.Packets;

public class MbufChainTests
{
    private static readonly Gen<List<byte[]>> s_parts = Gen.Byte.Array[0, 24].List[1, 6];

    [Fact]
    public void A_chain_is_one_packet()
    {
        using var pool = new TestPool();
        Mbuf packet = pool.Chain([1, 2], [], [3, 4, 5]);
        Assert.Equal((5, 2, 3), (packet.PacketLength, packet.DataLength, packet.SegmentCount));
        Assert.False(packet.IsContiguous);
        var lengths = new List<int>();
        foreach (Mbuf segment in packet.Segments)
        {
            lengths.Add(segment.DataLength);
        }
        Assert.Equal([2, 0, 3], lengths);
        Assert.Equal(3, packet.Next.Next.DataLength);
        Assert.True(packet.Next.Next.Next.IsNull);
        // The front is the first segment's, the end the last one's.
        Assert.False(packet.TryAdjust(3));
        Assert.False(packet.TryTrim(4));
        Assert.True(packet.TryTrim(1));
        Assert.True(packet.TryAppend(2, out Span<byte> end));
        end.Fill(9);
        Assert.Equal([1, 2, 3, 4, 9, 9], Bytes(packet));
        packet.Free();
    }

    [Fact]
    public void A_packet_cannot_be_hung_behind_itself()
    {
        using var pool = new TestPool();
        Mbuf packet = pool.Packet(1);
        Assert.Throws<ArgumentException>(() => packet.TryChain(packet));
        Assert.Throws<NullReferenceException>(() => packet.TryChain(default));
        Assert.Equal(1, packet.SegmentCount);
        packet.Free();
    }

    [Fact]
    public unsafe void A_chain_has_a_greatest_length()
    {
        using var pool = new TestPool();
        Mbuf head = pool.Packet(1);
        Mbuf tail = pool.Packet(2);
        head.Pointer->nb_segs = ushort.MaxValue;
        if (CheckedMode.IsEnabled)
        {
            // It takes the header, which says more segments than there are, for what it is.
            Assert.Equal(PacketViolation.CorruptedPacket, Assert.Throws<PacketOwnershipException>(() => head.TryChain(tail)).Violation);
        }
        else
        {
            Assert.False(head.TryChain(tail));
        }
        head.Pointer->nb_segs = 1;
        Assert.Equal((1, true), (head.PacketLength, head.Next.IsNull));
        head.Free();
        tail.Free();
    }

    [Fact]
    public void Linearizing_moves_all_into_the_first_segment_if_it_has_room()
    {
        using var pool = new TestPool();
        Mbuf packet = pool.Chain([1, 2], [3], [4, 5, 6]);
        Assert.True(packet.TryLinearize());
        Assert.True(packet.IsContiguous);
        Assert.Equal([1, 2, 3, 4, 5, 6], packet.Data.ToArray());
        Assert.Equal(1, pool.Pool.InUseCount);
        Assert.True(packet.TryLinearize());
        packet.Free();

        packet = pool.Chain(new byte[2000], [1], new byte[100]);
        Assert.False(packet.TryLinearize());
        Assert.Equal((3, 2101, 2000), (packet.SegmentCount, packet.PacketLength, packet.DataLength));
        packet.Free();
    }

    [Fact]
    public void Reading_gives_the_bytes_of_the_flat_packet()
    {
        using var pool = new TestPool();
        Gen.Select(s_parts, Gen.Int[-2, 150], Gen.Int[0, 150]).Sample((parts, offset, length) =>
        {
            byte[] flat = [.. parts.SelectMany(static p => p)];
            Mbuf packet = pool.Chain(parts);
            var read = new byte[length];
            bool fits = offset >= 0 && offset + length <= flat.Length;
            Assert.Equal(fits, packet.TryRead(offset, read));
            Assert.Equal(fits ? flat.AsSpan(offset, length).ToArray() : new byte[length], read);
            packet.Free();
        });
    }

    [Fact]
    public void Writing_changes_the_bytes_of_the_flat_packet_and_no_others()
    {
        using var pool = new TestPool();
        Gen.Select(s_parts, Gen.Int[-2, 150], Gen.Byte.Array[0, 150]).Sample((parts, offset, written) =>
        {
            byte[] flat = [.. parts.SelectMany(static p => p)];
            Mbuf packet = pool.Chain(parts);
            bool fits = offset >= 0 && offset + written.Length <= flat.Length;
            Assert.Equal(fits, packet.TryWrite(offset, written));
            if (fits)
            {
                written.CopyTo(flat, offset);
            }
            Assert.Equal(flat, Bytes(packet));
            packet.Free();
        });
    }

    [Fact]
    public void A_header_is_read_wherever_the_segments_part()
    {
        using var pool = new TestPool();
        Gen.Select(s_parts, Gen.Int[0, 100]).Sample((parts, offset) =>
        {
            byte[] flat = [.. parts.SelectMany(static p => p)];
            Mbuf packet = pool.Chain(parts);
            bool expected = flat.AsSpan(Math.Min(offset, flat.Length)).TryReadHeader(0, out Ipv6Header fromFlat);
            Assert.Equal(expected, packet.TryReadHeader(offset, out Ipv6Header fromPacket));
            Assert.Equal(fromFlat.Source, fromPacket.Source);
            Assert.Equal(fromFlat.Destination, fromPacket.Destination);
            // In place only where it lies in the first segment.
            Assert.Equal(offset + 40 <= parts[0].Length, packet.TryGetHeader(offset, out HeaderRef<Ipv6Header> _));
            packet.Free();
        });
    }

    [Fact]
    public void A_header_is_written_wherever_the_segments_part()
    {
        using var pool = new TestPool();
        Gen.Select(s_parts, Gen.Int[0, 100], Gen.Byte.Array[8]).Sample((parts, offset, bytes) =>
        {
            byte[] flat = [.. parts.SelectMany(static p => p)];
            Mbuf packet = pool.Chain(parts);
            Assert.True(bytes.AsSpan().TryReadHeader(0, out UdpHeader header));
            bool fits = offset + 8 <= flat.Length;
            Assert.Equal(fits, packet.TryWriteHeader(offset, header));
            if (fits)
            {
                bytes.CopyTo(flat, offset);
            }
            Assert.Equal(flat, Bytes(packet));
            packet.Free();
        });
    }

    [Fact]
    public void Copying_gives_the_bytes_of_the_flat_packet()
    {
        using var pool = new TestPool();
        Gen.Select(s_parts, Gen.Int[0, 150], Gen.Int[0, 150]).Sample((parts, offset, length) =>
        {
            byte[] flat = [.. parts.SelectMany(static p => p)];
            Mbuf packet = pool.Chain(parts);
            bool some = offset < flat.Length;
            Assert.Equal(some, packet.TryCopy(pool, out Mbuf copy, offset, length));
            Assert.Equal(!some, copy.IsNull);
            if (some)
            {
                Assert.Equal(flat.AsSpan(offset, Math.Min(length, flat.Length - offset)).ToArray(), Bytes(copy));
                copy.Free();
            }
            Assert.Equal(flat, Bytes(packet));
            packet.Free();
        });
    }

    [Fact]
    public void A_long_copy_takes_as_many_segments_as_it_needs()
    {
        using var large = new TestPool(7, dataRoomSize: 10_000);
        using var small = new TestPool(63, dataRoomSize: 128 + 100);
        Mbuf packet = large.Counting(1001);
        Assert.True(packet.TryCopy(small, out Mbuf copy));
        Assert.Equal((1001, 11), (copy.PacketLength, copy.SegmentCount));
        Assert.Equal(packet.Data.ToArray(), Bytes(copy));
        // The copy is a copy.
        Assert.True(copy.TryWrite(500, [1, 2, 3]));
        Assert.NotEqual(Bytes(packet), Bytes(copy));
        copy.Free();
        Assert.Throws<ArgumentOutOfRangeException>(() => packet.TryCopy(small, out _, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => packet.TryCopy(small, out _, 0, -1));
        packet.Free();
    }

    [Fact]
    public void A_copy_carries_the_metadata_along()
    {
        using var pool = new TestPool();
        Mbuf packet = pool.Packet(1, 2, 3);
        packet.Port = 5;
        packet.VlanTci = 6;
        packet.RssHash = 7;
        packet.Offloads = MbufOffloads.RxRssHash;
        Assert.True(packet.TryCopy(pool, out Mbuf copy));
        Assert.Equal((5, (ushort)6, 7u, MbufOffloads.RxRssHash, 1), (copy.Port, copy.VlanTci, copy.RssHash, copy.Offloads, copy.ReferenceCount));
        copy.Free();
        packet.Free();
    }

    [Fact]
    public void A_copy_from_an_empty_pool_fails_and_loses_nothing()
    {
        using var pool = new TestPool(63);
        using var small = new TestPool(3, dataRoomSize: 128 + 10);
        Mbuf packet = pool.Counting(100);
        Assert.False(packet.TryCopy(small, out Mbuf copy));
        Assert.True(copy.IsNull);
        small.AssertFull();
        Assert.True(packet.TryCopy(small, out copy, 70));
        Assert.Equal(3, copy.SegmentCount);
        copy.Free();
        packet.Free();
    }

    [Fact]
    public void A_clone_shares_the_bytes_and_each_is_freed_on_its_own()
    {
        using var pool = new TestPool();
        Mbuf packet = pool.Chain([1, 2, 3], [4, 5]);
        Assert.True(packet.TryClone(pool, out Mbuf clone));
        Assert.Equal((5, 2), (clone.PacketLength, clone.SegmentCount));
        Assert.True(clone.IsClone);
        Assert.False(packet.IsClone);
        Assert.Equal((2, 1), (packet.ReferenceCount, clone.ReferenceCount));
        packet.Data[0] = 9;
        Assert.Equal([9, 2, 3, 4, 5], Bytes(clone));
        Assert.Equal(4, pool.Pool.InUseCount);
        // The bytes live as long as somebody needs them.
        packet.Free();
        Assert.Equal([9, 2, 3, 4, 5], Bytes(clone));
        Assert.True(clone.TryAdjust(1));
        Assert.Equal([2, 3, 4, 5], Bytes(clone));
        clone.Free();
        pool.AssertFull();
    }

    [Fact]
    public void A_clone_of_a_clone_shares_the_first_ones_bytes()
    {
        using var pool = new TestPool();
        Mbuf packet = pool.Packet(1, 2, 3);
        Assert.True(packet.TryClone(pool, out Mbuf first));
        Assert.True(first.TryClone(pool, out Mbuf second));
        Assert.Equal((3, 1, 1), (packet.ReferenceCount, first.ReferenceCount, second.ReferenceCount));
        first.Free();
        Assert.Equal(2, packet.ReferenceCount);
        packet.Free();
        Assert.Equal([1, 2, 3], second.Data.ToArray());
        second.Free();
    }

    [Fact]
    public void Setting_offloads_keeps_how_the_buffer_is_attached()
    {
        using var pool = new TestPool();
        Mbuf packet = pool.Packet(1, 2, 3);
        Assert.True(packet.TryClone(pool, out Mbuf clone));
        clone.Offloads = MbufOffloads.TxVlan;
        Assert.True(clone.IsClone);
        Assert.True(clone.Offloads.HasFlag(MbufOffloads.TxVlan));
        clone.Offloads = MbufOffloads.None;
        Assert.True(clone.IsClone);
        // Nor can it be set: it would make DPDK free what is not there.
        packet.Offloads = (MbufOffloads)Interop.Dpdk.RTE_MBUF_F_INDIRECT | (MbufOffloads)Interop.Dpdk.RTE_MBUF_F_EXTERNAL | MbufOffloads.RxVlan;
        Assert.Equal(MbufOffloads.RxVlan, packet.Offloads);
        clone.Free();
        packet.Free();
    }

    [Fact]
    public void Cloning_from_an_empty_pool_fails_and_changes_nothing()
    {
        using var pool = new TestPool(3);
        Mbuf packet = pool.Chain([1], [2]);
        Assert.False(packet.TryClone(pool, out Mbuf clone));
        Assert.True(clone.IsNull);
        Assert.Equal((1, 1, 2), (packet.ReferenceCount, packet.Next.ReferenceCount, pool.Pool.InUseCount));
        packet.Free();
        Assert.Throws<NullReferenceException>(() => default(Mbuf).TryClone(pool, out _));
        Assert.Throws<NullReferenceException>(() => default(Mbuf).TryCopy(pool, out _));
        Assert.Throws<NullReferenceException>(static () => default(Mbuf).TryLinearize());
    }

    [Fact]
    public void A_chain_that_is_shorter_than_it_says_is_not_read_beyond_its_end()
    {
        using var pool = new TestPool();
        Mbuf packet = pool.Chain([1, 2], [3]);
        unsafe
        {
            packet.Pointer->pkt_len = 100;
        }
        Assert.False(packet.TryRead(0, new byte[50]));
        Assert.False(packet.TryReadHeader(0, out Ipv4Header _));
        unsafe
        {
            packet.Pointer->pkt_len = 3;
        }
        packet.Free();
    }

    [Fact]
    public void The_layers_of_a_chain_are_those_of_the_flat_packet()
    {
        using var pool = new TestPool();
        byte[] frame =
        [
            .. new byte[12], 0x08, 0x00,
            0x45, 0, 0, 36, 0, 0, 0, 0, 64, 17, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2,
            0, 53, 0, 53, 0, 16, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8,
        ];
        string[] flat = Layers(PacketLayers.Parse(frame));
        Assert.NotEmpty(flat);
        Gen.Int[0, frame.Length].List[0, 4].Sample(cuts =>
        {
            var parts = new List<byte[]>();
            int start = 0;
            foreach (int cut in cuts.Order().Append(frame.Length))
            {
                parts.Add(frame[start..cut]);
                start = cut;
            }
            Mbuf packet = pool.Chain(parts);
            Assert.Equal(flat, Layers(packet.ParseLayers()), StringComparer.Ordinal);
            packet.Free();
        });
    }

    private static string[] Layers(PacketLayers layers)
    {
        var all = new List<string>();
        for (int i = 0; i < layers.Count; i++)
        {
            all.Add($"{layers[i].Type} at {layers[i].Offset}, {layers[i].Length} bytes");
        }
        return [.. all];
    }

    private static byte[] Bytes(Mbuf packet)
    {
        var bytes = new List<byte>();
        foreach (Mbuf segment in packet.Segments)
        {
            bytes.AddRange(segment.Data);
        }
        return [.. bytes];
    }
}
