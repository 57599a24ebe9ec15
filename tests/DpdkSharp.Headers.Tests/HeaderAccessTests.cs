using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CsCheck;

namespace DpdkSharp.Headers.Tests;

/// <summary>Headers are found in packets where they are, and never beyond a packet's ends.</summary>
public class HeaderAccessTests
{
    [Fact]
    public void A_header_overlays_exactly_the_bytes_of_its_fixed_part()
    {
        SizeVisitor visitor = new();
        HeaderTypes.Visit(visitor);
        Assert.Equal(HeaderTypes.All.Count, visitor.Seen);
        Assert.Equal(22, visitor.Seen);
    }

    [Fact]
    public void Every_offset_into_a_packet_of_every_length_is_answered_without_touching_what_lies_around_it()
    {
        using GuardedMemory memory = new();
        HeaderTypes.Visit(new BoundsVisitor(memory));
    }

    [Fact]
    public void The_options_of_any_bytes_are_found_without_touching_what_lies_around_them()
    {
        using GuardedMemory memory = new();
        Gen.Select(Gen.Byte.Array[0, 100], Gen.Int[-3, 70]).Sample(
            (bytes, offset) =>
            {
                CheckOptions<Ipv4Header>(memory.AtEnd(bytes), offset);
                CheckOptions<TcpHeader>(memory.AtEnd(bytes), offset);
                CheckOptions<Ipv6OptionsHeader>(memory.AtEnd(bytes), offset);
                CheckOptions<Ipv6RoutingHeader>(memory.AtEnd(bytes), offset);
                CheckOptions<AuthenticationHeader>(memory.AtEnd(bytes), offset);
                CheckOptions<GreHeader>(memory.AtEnd(bytes), offset);
                CheckOptions<GtpuHeader>(memory.AtEnd(bytes), offset);
            },
            iter: 50_000,
            threads: 1);
    }

    [Fact]
    public void Writing_through_a_header_in_place_changes_the_packet()
    {
        Span<byte> packet = stackalloc byte[20];
        packet.Clear();

        Assert.True(packet.TryGetHeader(3, out HeaderRef<EthernetHeader> ethernet));
        ethernet.Value.EtherType = EtherType.Arp;
        ethernet.Value.Source = MacAddress.Broadcast;

        Assert.Equal("000000000000000000FFFFFFFFFFFF0806000000", Convert.ToHexString(packet));
        ethernet.Value.SwapAddresses();
        Assert.Equal("000000FFFFFFFFFFFF0000000000000806000000", Convert.ToHexString(packet));
    }

    [Fact]
    public void Swapping_addresses_keeps_the_order_of_their_bytes()
    {
        byte[] packet = Convert.FromHexString("0102030405060A0B0C0D0E0F0800");

        Assert.True(packet.AsSpan().TryGetHeader(0, out HeaderRef<EthernetHeader> ethernet));
        ethernet.Value.SwapAddresses();

        Assert.Equal("0A0B0C0D0E0F0102030405060800", Convert.ToHexString(packet));
    }

    [Fact]
    public void A_header_that_is_not_there_is_null()
    {
        Assert.False(Span<byte>.Empty.TryGetHeader(0, out HeaderRef<UdpHeader> header));
        Assert.True(header.IsNull);
    }

    [Fact]
    public void A_new_header_is_ready_for_use()
    {
        Assert.Equal((4, 20, 64), (new Ipv4Header().Version, new Ipv4Header().HeaderLength, new Ipv4Header().TimeToLive));
        Assert.Equal((6, 64), (new Ipv6Header().Version, new Ipv6Header().HopLimit));
        Assert.Equal(20, new TcpHeader().HeaderLength);
        Assert.True(new ArpHeader().IsIpv4OverEthernet);
        Assert.True(new VxlanHeader().HasVni);
        Assert.True(new GtpuHeader() is { Version: 1, IsGtp: true, MessageType: GtpuMessageType.GPdu, HasOptionalFields: false });
        Assert.True(new GreHeader().TryGetHeaderLength(out int length));
        Assert.Equal(4, length);
    }

    [Fact]
    public void Impossible_header_lengths_are_refused()
    {
        Assert.False(default(Ipv4Header).TryGetHeaderLength(out _));
        Assert.False(default(TcpHeader).TryGetHeaderLength(out _));
        Assert.False(default(AuthenticationHeader).TryGetHeaderLength(out _));
        Assert.False(default(GtpuHeader).TryGetHeaderLength(out _));
        Assert.False(new GreHeader { Version = 1 }.TryGetHeaderLength(out _));
        Assert.False(new GreHeader { HasRouting = true }.TryGetHeaderLength(out _));
    }

    private static void CheckOptions<T>(Span<byte> packet, int offset)
        where T : unmanaged, IVariableLengthHeader<T>
    {
        ReadOnlySpan<byte> readOnly = packet;
        bool found = packet.TryGetOptions<T>(offset, out Span<byte> options);
        Assert.Equal(found, readOnly.TryGetOptions<T>(offset, out ReadOnlySpan<byte> readOnlyOptions));
        Assert.True(options == readOnlyOptions);
        bool expected = readOnly.TryReadHeader(offset, out T header) && header.TryGetHeaderLength(out int length) && offset + length <= packet.Length;
        Assert.Equal(expected, found);
        if (found)
        {
            Assert.Equal(header.HeaderLength, T.Size + options.Length);
            Assert.True(options.IsEmpty || Unsafe.AreSame(ref options[0], ref packet[offset + T.Size]));
        }
    }

    private sealed class SizeVisitor : IHeaderVisitor
    {
        internal int Seen { get; private set; }

        public unsafe void Visit<T>()
            where T : unmanaged, IPacketHeader<T>
        {
            Assert.Equal(T.Size, sizeof(T));
            Seen++;
        }
    }

    private sealed class BoundsVisitor(GuardedMemory memory) : IHeaderVisitor
    {
        public void Visit<T>()
            where T : unmanaged, IPacketHeader<T>
        {
            byte[] bytes = new byte[T.Size + 3];
            new Random(1).NextBytes(bytes);
            for (int length = 0; length <= bytes.Length; length++)
            {
                for (int offset = -T.Size - 1; offset <= length + 2; offset++)
                {
                    Check<T>(memory.AtEnd(bytes.AsSpan(0, length)), offset, offset >= 0 && offset + T.Size <= length);
                    Check<T>(memory.AtStart(bytes.AsSpan(0, length)), offset, offset >= 0 && offset + T.Size <= length);
                }

                foreach (int offset in (int[])[int.MinValue, int.MinValue + 1, int.MaxValue, int.MaxValue - 1, int.MaxValue - T.Size + 1])
                {
                    Check<T>(memory.AtEnd(bytes.AsSpan(0, length)), offset, expected: false);
                }
            }
        }

        private static void Check<T>(Span<byte> packet, int offset, bool expected)
            where T : unmanaged, IPacketHeader<T>
        {
            Assert.Equal(expected, packet.TryReadHeader(offset, out T copy));
            Assert.Equal(expected, packet.TryGetHeader(offset, out HeaderRef<T> inPlace));
            Assert.Equal(!expected, inPlace.IsNull);
            byte[] before = packet.ToArray();
            Assert.Equal(expected, packet.TryWriteHeader(offset, copy));
            Assert.True(packet.SequenceEqual(before));
            if (expected)
            {
                ReadOnlySpan<byte> there = packet.Slice(offset, T.Size);
                Assert.True(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in copy)).SequenceEqual(there));
                Assert.True(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in inPlace.Value)).SequenceEqual(there));
            }
        }
    }
}
