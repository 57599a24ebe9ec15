using CsCheck;

namespace DpdkSharp.Headers.Tests;

/// <summary>The options of TCP, IPv4 and IPv6 and the extension headers of GTP-U, one after the other.</summary>
public class OptionsTests
{
    /// <summary>The options of a Linux SYN: MSS 1460, SACK permitted, timestamps, padding, window scale 7.</summary>
    private static readonly byte[] LinuxSyn = Convert.FromHexString("020405B40402080A0000303900000000" + "01030307");

    [Fact]
    public void The_options_of_a_SYN_are_read()
    {
        byte[] packet = Build.Tcp(Build.Payload, LinuxSyn);
        Assert.True(packet.AsSpan().TryGetOptions<TcpHeader>(0, out Span<byte> bytes));
        TcpOptions options = new(bytes);

        List<string> found = [];
        foreach (TcpOption option in options)
        {
            found.Add($"{option.Kind}@{option.Offset}+{option.Data.Length}");
        }

        Assert.Equal(["MaximumSegmentSize@0+2", "SackPermitted@4+0", "Timestamps@6+8", "WindowScale@17+1"], found);
        Assert.True(options.AreWellFormed);
        Assert.True(options.TryFind(TcpOptionKind.MaximumSegmentSize, out TcpOption size) && size.TryGetMaximumSegmentSize(out ushort mss) && mss == 1460);
        Assert.True(options.TryFind(TcpOptionKind.WindowScale, out TcpOption scale) && scale.TryGetWindowScale(out byte shift) && shift == 7);
        Assert.True(options.TryFind(TcpOptionKind.Timestamps, out TcpOption times) && times.TryGetTimestamps(out uint value, out uint echo) && (value, echo) == (12345u, 0u));
        Assert.False(options.TryFind(TcpOptionKind.Sack, out TcpOption none));
        Assert.False(none.TryGetMaximumSegmentSize(out _) || size.TryGetWindowScale(out _) || size.TryGetTimestamps(out _, out _));
    }

    [Fact]
    public void An_option_is_changed_where_it_lies()
    {
        byte[] packet = Build.Tcp(Build.Payload, LinuxSyn);
        Assert.True(packet.AsSpan().TryGetOptions<TcpHeader>(0, out Span<byte> options));

        Assert.True(new TcpOptions(options).TryFind(TcpOptionKind.MaximumSegmentSize, out TcpOption mss));
        System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(options[(mss.Offset + 2)..], 1400);

        Assert.True(new TcpOptions(packet.AsSpan(20, 20)).TryFind(TcpOptionKind.MaximumSegmentSize, out TcpOption clamped));
        Assert.True(clamped.TryGetMaximumSegmentSize(out ushort size) && size == 1400);
    }

    [Theory]
    [InlineData("", true, "")]
    [InlineData("01010101", true, "")]
    [InlineData("00FFFFFF", true, "")]
    [InlineData("040200", true, "4")]
    [InlineData("0402FE", false, "4")]
    [InlineData("0402FE01", false, "4")]
    [InlineData("0400", false, "")]
    [InlineData("0403", false, "")]
    [InlineData("01010103", false, "")]
    public void The_walk_ends_at_the_first_malformed_TCP_or_IPv4_option(string hex, bool wellFormed, string kinds)
    {
        byte[] bytes = Convert.FromHexString(hex);
        List<int> tcp = [];
        foreach (TcpOption option in new TcpOptions(bytes))
        {
            tcp.Add((int)option.Kind);
        }

        List<int> ipv4 = [];
        foreach (Ipv4Option option in new Ipv4Options(bytes))
        {
            ipv4.Add((int)option.Type);
        }

        Assert.Equal(kinds, string.Join(' ', tcp));
        Assert.Equal(kinds, string.Join(' ', ipv4));
        Assert.Equal(wellFormed, new TcpOptions(bytes).AreWellFormed);
        Assert.Equal(wellFormed, new Ipv4Options(bytes).AreWellFormed);
    }

    [Fact]
    public void The_options_of_an_IPv4_header_are_read()
    {
        byte[] packet = Build.Ipv4(IpProtocol.Igmp, [], [148, 4, 0, 0, 1, 7, 3, 4]);
        Assert.True(packet.AsSpan().TryGetOptions<Ipv4Header>(0, out Span<byte> bytes));

        Assert.True(new Ipv4Options(bytes).TryFind(Ipv4OptionType.RouterAlert, out Ipv4Option alert));
        Assert.True(alert.IsCopied && alert.Data.Length == 2);
        Assert.True(new Ipv4Options(bytes).TryFind(Ipv4OptionType.RecordRoute, out Ipv4Option route));
        Assert.True(!route.IsCopied && route.Offset == 5);
    }

    [Theory]
    [InlineData("050200000100", true, "5@0+2 1@4+0")]
    [InlineData("000000C90401020304", true, "201@3+4")]
    [InlineData("0104000000", false, "")]
    [InlineData("01", false, "")]
    public void The_options_of_an_IPv6_header_are_read(string hex, bool wellFormed, string expected)
    {
        Ipv6Options options = new(Convert.FromHexString(hex));
        List<string> found = [];
        foreach (Ipv6Option option in options)
        {
            found.Add($"{(int)option.Type}@{option.Offset}+{option.Data.Length}");
        }

        Assert.Equal(expected, string.Join(' ', found));
        Assert.Equal(wellFormed, options.AreWellFormed);
        Assert.Equal(expected.StartsWith('5'), options.TryFind(Ipv6OptionType.RouterAlert, out Ipv6Option alert));
        Assert.False(alert.MayChange);
    }

    [Fact]
    public void The_extension_headers_of_a_GTP_message_are_read()
    {
        byte[] packet = Build.Gtpu(Build.Payload, extensions: true);
        GtpuExtensions extensions = new(packet);

        List<string> found = [];
        foreach (GtpuExtension extension in extensions)
        {
            found.Add($"{extension.Type}@{extension.Offset}:{Convert.ToHexString(extension.Content)}");
        }

        Assert.Equal(["PduSessionContainer@12:0009", "PdcpPduNumber@16:1234"], found);
        Assert.True(extensions.AreWellFormed);
        Assert.True(extensions.TryFind(GtpuExtensionType.PdcpPduNumber, out GtpuExtension number) && number.Offset == 16);
        Assert.False(extensions.TryFind(GtpuExtensionType.UdpPort, out _));
        Assert.True(new GtpuExtensions(Build.Gtpu(Build.Payload)).AreWellFormed);
        Assert.False(new GtpuExtensions(packet.AsSpan(0, 18)).AreWellFormed);
        Assert.False(new GtpuExtensions(packet.AsSpan(0, 10)).AreWellFormed);
        Assert.False(new GtpuExtensions([]).AreWellFormed);
    }

    [Fact]
    public void Any_bytes_are_walked_without_leaving_them()
    {
        using GuardedMemory memory = new();
        Gen.OneOf(Gen.Byte, Gen.Byte[0, 8]).Array[0, 60].Sample(
            bytes =>
            {
                Walk(memory.AtEnd(bytes));
                Walk(memory.AtStart(bytes));
                if (bytes.Length > 12)
                {
                    // Else hardly any would be a GTP-U message with extension headers.
                    bytes[0] = 0x34;
                    bytes[11] |= 1;
                    Walk(memory.AtEnd(bytes));
                }
            },
            iter: 50_000,
            threads: 1);
    }

    private static void Walk(Span<byte> bytes)
    {
        int length = 0;
        foreach (TcpOption option in new TcpOptions(bytes))
        {
            length += 2 + option.Data.Length;
        }

        Assert.InRange(length, 0, bytes.Length);
        length = 0;
        foreach (Ipv4Option option in new Ipv4Options(bytes))
        {
            length += 2 + option.Data.Length;
        }

        Assert.InRange(length, 0, bytes.Length);
        length = 0;
        foreach (Ipv6Option option in new Ipv6Options(bytes))
        {
            length += 2 + option.Data.Length;
        }

        Assert.InRange(length, 0, bytes.Length);
        length = 0;
        foreach (GtpuExtension extension in new GtpuExtensions(bytes))
        {
            length += 2 + extension.Content.Length;
            Assert.InRange(extension.Content.Length, 2, bytes.Length - 2);
        }

        Assert.InRange(length, 0, bytes.Length);
    }
}
