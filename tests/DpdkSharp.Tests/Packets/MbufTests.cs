using System.Runtime.Intrinsics;

namespace DpdkSharp.Tests.Packets;

public class MbufTests
{
    [Fact]
    public void The_default_handle_is_no_packet()
    {
        Assert.True(default(Mbuf).IsNull);
        default(Mbuf).Free();
        Assert.Throws<NullReferenceException>(static () => default(Mbuf).PacketLength);
    }

    [Fact]
    public void Handles_are_equal_when_they_are_the_same_packet()
    {
        using var pool = new TestPool();
        Mbuf one = pool.Packet(1);
        Mbuf two = pool.Packet(1);
        Mbuf same = one;
        Assert.True(one == same);
        Assert.True(one != two);
        Assert.True(one.Equals((object)same));
        Assert.False(one.Equals("packet"));
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        one.Free();
        two.Free();
    }

    [Fact]
    public void Prepending_makes_room_in_the_headroom()
    {
        using var pool = new TestPool();
        Mbuf packet = pool.Packet(1, 2, 3);
        Assert.Equal(128, packet.Headroom);
        Assert.True(packet.TryPrepend(2, out Span<byte> data));
        Assert.Equal(2, data.Length);
        data[0] = 8;
        data[1] = 9;
        Assert.Equal([8, 9, 1, 2, 3], packet.Data.ToArray());
        Assert.Equal((5, 5, 126), (packet.PacketLength, packet.DataLength, packet.Headroom));
        Assert.True(packet.TryPrepend(0, out data));
        Assert.Equal(0, data.Length);
        Assert.True(packet.TryPrepend(126, out _));
        Assert.Equal((0, 131), (packet.Headroom, packet.PacketLength));
        Assert.False(packet.TryPrepend(1, out data));
        Assert.Equal(0, data.Length);
        Assert.Equal(131, packet.PacketLength);
        packet.Free();
    }

    [Fact]
    public void Appending_makes_room_in_the_tailroom()
    {
        using var pool = new TestPool();
        Mbuf packet = pool.Packet(1, 2, 3);
        Assert.Equal(2045, packet.Tailroom);
        Assert.True(packet.TryAppend(1, out Span<byte> data));
        data[0] = 4;
        Assert.Equal([1, 2, 3, 4], packet.Data.ToArray());
        Assert.True(packet.TryAppend(0, out _));
        Assert.True(packet.TryAppend(2044, out data));
        Assert.Equal(2044, data.Length);
        Assert.Equal((0, 2048), (packet.Tailroom, packet.PacketLength));
        Assert.False(packet.TryAppend(1, out _));
        Assert.Equal(2048, packet.PacketLength);
        packet.Free();
    }

    [Fact]
    public void Adjusting_cuts_the_front_and_trimming_the_end()
    {
        using var pool = new TestPool();
        Mbuf packet = pool.Packet(1, 2, 3, 4, 5);
        Assert.True(packet.TryAdjust(2));
        Assert.Equal([3, 4, 5], packet.Data.ToArray());
        Assert.Equal(130, packet.Headroom);
        Assert.True(packet.TryTrim(1));
        Assert.Equal([3, 4], packet.Data.ToArray());
        Assert.True(packet.TryAdjust(0));
        Assert.True(packet.TryTrim(0));
        Assert.False(packet.TryAdjust(3));
        Assert.False(packet.TryTrim(3));
        Assert.Equal([3, 4], packet.Data.ToArray());
        Assert.True(packet.TryTrim(2));
        Assert.Equal((0, 0), (packet.PacketLength, packet.DataLength));
        packet.Free();
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(int.MaxValue)]
    public void Lengths_that_no_packet_has_change_nothing(int length)
    {
        using var pool = new TestPool();
        Mbuf packet = pool.Packet(1, 2, 3);
        Assert.False(packet.TryPrepend(length, out Span<byte> data));
        Assert.True(data.IsEmpty);
        Assert.False(packet.TryAppend(length, out data));
        Assert.True(data.IsEmpty);
        Assert.False(packet.TryAdjust(length));
        Assert.False(packet.TryTrim(length));
        Assert.False(packet.TryRead(length, new byte[1]));
        Assert.False(packet.TryWrite(length, [9]));
        Assert.Equal([1, 2, 3], packet.Data.ToArray());
        Assert.Equal(128, packet.Headroom);
        packet.Free();
    }

    [Fact]
    public void The_largest_buffer_can_be_filled_whole()
    {
        using var pool = new TestPool(7, dataRoomSize: 65_535);
        Mbuf packet = pool.Packet();
        Assert.Equal(65_407, packet.Tailroom);
        Assert.True(packet.TryAppend(65_407, out _));
        Assert.True(packet.TryPrepend(128, out _));
        Assert.Equal((65_535, 65_535, 0, 0), (packet.PacketLength, packet.DataLength, packet.Headroom, packet.Tailroom));
        Assert.True(packet.TryAdjust(65_535));
        Assert.Equal(0, packet.PacketLength);
        packet.Free();
    }

    [Fact]
    public void The_port_is_a_port_number()
    {
        using var pool = new TestPool();
        Mbuf packet = pool.Packet(1);
        packet.Port = 65_535;
        Assert.Equal(65_535, packet.Port);
        Assert.Throws<ArgumentOutOfRangeException>(() => packet.Port = 65_536);
        Assert.Throws<ArgumentOutOfRangeException>(() => packet.Port = -1);
        packet.Free();
    }

    [Fact]
    public void Metadata_is_read_as_it_was_written_and_gone_with_the_packet()
    {
        using var pool = new TestPool(1);
        Mbuf packet = pool.Packet(1);
        packet.Offloads = MbufOffloads.RxVlan | MbufOffloads.RxVlanStripped | MbufOffloads.RxRssHash | MbufOffloads.TxTcpChecksum;
        packet.PacketType = 0x191;
        packet.RssHash = 0xDEADBEEF;
        packet.VlanTci = 0xF123;
        packet.OuterVlanTci = 0x0FED;
        packet.TxOffload = MbufTxOffload.Create(14, 20, 32, 1448, 40, 18);
        Assert.Equal(MbufOffloads.RxVlan | MbufOffloads.RxVlanStripped | MbufOffloads.RxRssHash | MbufOffloads.TxTcpChecksum, packet.Offloads);
        Assert.Equal((0x191u, 0xDEADBEEFu, (ushort)0xF123, (ushort)0x0FED), (packet.PacketType, packet.RssHash, packet.VlanTci, packet.OuterVlanTci));
        Assert.Equal(MbufTxOffload.Create(14, 20, 32, 1448, 40, 18), packet.TxOffload);
        packet.Free();
        packet = pool.Packet(1);
        Assert.Equal((MbufOffloads.None, 0u, (ushort)0, (ushort)0, default), (packet.Offloads, packet.PacketType, packet.VlanTci, packet.OuterVlanTci, packet.TxOffload));
        packet.Free();
    }

    [Fact]
    public unsafe void The_parts_of_the_transmit_offload_are_where_DPDK_looks_for_them()
    {
        using var pool = new TestPool();
        Mbuf packet = pool.Packet(1);
        packet.TxOffload = MbufTxOffload.Create(l2Length: 127, l3Length: 511, l4Length: 255, segmentSize: 65_535, outerL3Length: 510, outerL2Length: 126);
        Assert.Equal((127, 511, 255, 65_535, 510, 126),
            ((int)packet.Pointer->l2_len, (int)packet.Pointer->l3_len, (int)packet.Pointer->l4_len, (int)packet.Pointer->tso_segsz, (int)packet.Pointer->outer_l3_len, (int)packet.Pointer->outer_l2_len));
        packet.Free();
        Assert.Throws<ArgumentOutOfRangeException>(static () => MbufTxOffload.Create(128, 0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => MbufTxOffload.Create(0, 512));
        Assert.Throws<ArgumentOutOfRangeException>(static () => MbufTxOffload.Create(0, -1));
    }

    [Fact]
    public void Dynamic_fields_belong_to_the_packet()
    {
        using var pool = new TestPool();
        var hops = MbufDynamicField<ushort>.Register("dpdksharp_test_hops");
        var mark = MbufDynamicField<uint>.Register("dpdksharp_test_mark");
        Mbuf one = pool.Packet(1);
        Mbuf two = pool.Packet(2);
        hops[one] = 3;
        hops[two] = 4;
        mark[one] = uint.MaxValue;
        mark[two] = 0;
        Assert.Equal((3, 4, uint.MaxValue, 0u), (hops[one], hops[two], mark[one], mark[two]));
        Assert.Equal(3, MbufDynamicField<ushort>.Register("dpdksharp_test_hops")[one]);
        Assert.Equal([1], one.Data.ToArray());
        one.Free();
        two.Free();
    }

    [Fact]
    public void Dynamic_fields_that_cannot_be_are_refused()
    {
        _ = MbufDynamicField<ushort>.Register("dpdksharp_test_sized");
        Assert.Contains("could not be registered", Assert.Throws<DpdkException>(static () => MbufDynamicField<uint>.Register("dpdksharp_test_sized")).Message, StringComparison.Ordinal);
        // There are a few dozen bytes in all, and fields last as long as EAL: none may be used up for the other tests.
        var full = Assert.Throws<DpdkException>(static () => MbufDynamicField<Vector512<byte>>.Register("dpdksharp_test_large"));
        Assert.EndsWith("All fields share the few bytes that the mbuf has free: use a smaller type, or keep the data in the pool's private area.", full.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(static () => MbufDynamicField<int>.Register(new string('x', 64)));
        Assert.Throws<ArgumentException>(static () => MbufDynamicField<int>.Register(" "));
    }

    [Fact]
    public void A_packet_without_timestamp_has_none()
    {
        using var pool = new TestPool();
        var timestamp = MbufTimestamp.Register();
        Mbuf packet = pool.Packet(1);
        Assert.False(timestamp.TryGet(packet, out ulong time));
        Assert.Equal(0ul, time);
        packet.Free();
    }
}
