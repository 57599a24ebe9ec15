using System.Globalization;
using System.Net;
using CsCheck;

namespace DpdkSharp.Headers.Tests;

/// <summary>MAC, IPv4 and IPv6 addresses: their text, bytes and kinds.</summary>
public class AddressTests
{
    private static readonly Gen<Ipv6Address> AnyIpv6 =
        Gen.OneOf(Gen.Const((ushort)0), Gen.UShort[0, 0xFF], Gen.UShort).Array[8].Select(groups => new Ipv6Address(
            ((ulong)groups[0] << 48) | ((ulong)groups[1] << 32) | ((ulong)groups[2] << 16) | groups[3],
            ((ulong)groups[4] << 48) | ((ulong)groups[5] << 32) | ((ulong)groups[6] << 16) | groups[7]));

    [Fact]
    public void A_MAC_address_reads_back_from_its_text_bytes_and_number() =>
        Gen.Byte.Array[6].Sample(bytes =>
        {
            MacAddress address = new(bytes);
            Span<byte> back = stackalloc byte[6];
            Assert.True(address.TryWriteBytes(back));
            Assert.True(back.SequenceEqual(bytes));
            Assert.Equal(string.Join(':', bytes.Select(b => b.ToString("X2", CultureInfo.InvariantCulture))), address.ToString());
            Assert.Equal(address, MacAddress.Parse(address.ToString()));
            Assert.Equal(address, MacAddress.Parse(address.ToString().Replace(':', '-').ToLowerInvariant()));
            Assert.Equal(address, MacAddress.FromUInt64(address.ToUInt64()));
            Assert.Equal(address, new MacAddress(bytes[0], bytes[1], bytes[2], bytes[3], bytes[4], bytes[5]));
            Assert.Equal(address.GetHashCode(), new MacAddress(bytes).GetHashCode());
        });

    [Theory]
    [InlineData("00:11:22:33:44:55", 0x001122334455)]
    [InlineData("0:1:2:a:B:c", 0x0001020A0B0C)]
    [InlineData("0011:2233:4455", 0x001122334455)]
    [InlineData("fF-ff-FF-ff-ff-ff", 0xFFFFFFFFFFFF)]
    public void MAC_addresses_have_these_forms(string text, long value) => Assert.Equal((ulong)value, MacAddress.Parse(text).ToUInt64());

    [Theory]
    [InlineData("")]
    [InlineData("00:11:22:33:44")]
    [InlineData("00:11:22:33:44:55:66")]
    [InlineData("00:11:22:33:44:5g")]
    [InlineData("00:11:22:33:44:")]
    [InlineData("00:11:22-33:44:55")]
    [InlineData("000:11:22:33:44:55")]
    [InlineData(" 0:11:22:33:44:55")]
    [InlineData("+0:11:22:33:44:55")]
    [InlineData("001122334455")]
    [InlineData("011:2233:4455")]
    public void Other_text_is_no_MAC_address(string text)
    {
        Assert.False(MacAddress.TryParse(text, out MacAddress address));
        Assert.True(address.IsZero);
        Assert.Throws<FormatException>(() => MacAddress.Parse(text));
    }

    [Fact]
    public void MAC_addresses_know_their_kind()
    {
        Assert.True(MacAddress.Broadcast is { IsBroadcast: true, IsMulticast: true, IsUnicast: false });
        Assert.True(MacAddress.Parse("01:00:5E:00:00:01") is { IsBroadcast: false, IsMulticast: true });
        Assert.True(MacAddress.Parse("02:00:00:00:00:01") is { IsLocallyAdministered: true, IsUnicast: true });
        Assert.True(MacAddress.Zero is { IsZero: true, IsUnicast: true, IsLocallyAdministered: false });
        for (int i = 0; i < 100; i++)
        {
            Assert.True(MacAddress.CreateRandom() is { IsLocallyAdministered: true, IsUnicast: true });
        }

        Assert.NotEqual(MacAddress.CreateRandom(), MacAddress.CreateRandom());
        Assert.Throws<ArgumentOutOfRangeException>(() => MacAddress.FromUInt64(1ul << 48));
        Assert.Throws<ArgumentException>(() => new MacAddress(new byte[5]));
    }

    [Fact]
    public void An_IPv4_address_is_the_one_that_IPAddress_has() =>
        Gen.UInt.Sample(value =>
        {
            Ipv4Address address = new(value);
            IPAddress other = address.ToIPAddress();
            Assert.Equal(value, address.Value);
            Assert.Equal(other.ToString(), address.ToString());
            Assert.Equal(address, Ipv4Address.Parse(other.ToString()));
            Assert.Equal(address, Ipv4Address.FromIPAddress(other));
            Assert.Equal(address, new Ipv4Address(other.GetAddressBytes()));
            Span<byte> bytes = stackalloc byte[4];
            Assert.True(address.TryWriteBytes(bytes));
            Assert.True(bytes.SequenceEqual(other.GetAddressBytes()));
            Assert.Equal(address, new Ipv4Address(bytes[0], bytes[1], bytes[2], bytes[3]));
            Assert.False(address.TryFormat(new char[address.ToString().Length - 1], out _));
        });

    [Theory]
    [InlineData("")]
    [InlineData("1.2.3")]
    [InlineData("1.2.3.4.5")]
    [InlineData("1.2.3.256")]
    [InlineData("1.2.3.04")]
    [InlineData("1.2..4")]
    [InlineData("1.2.3.")]
    [InlineData("0x1.2.3.4")]
    [InlineData("1.2.3.4 ")]
    [InlineData("99999999999999999999.2.3.4")]
    public void Other_text_is_no_IPv4_address(string text)
    {
        Assert.False(Ipv4Address.TryParse(text, out Ipv4Address address));
        Assert.True(address.IsAny);
        Assert.Throws<FormatException>(() => Ipv4Address.Parse(text));
    }

    [Fact]
    public void IPv4_addresses_know_their_kind_and_order()
    {
        Assert.True(Ipv4Address.Parse("224.0.0.1").IsMulticast);
        Assert.True(Ipv4Address.Parse("239.255.255.255").IsMulticast);
        Assert.False(Ipv4Address.Parse("240.0.0.0").IsMulticast);
        Assert.True(Ipv4Address.Loopback.IsLoopback);
        Assert.True(Ipv4Address.Broadcast.IsBroadcast);
        Assert.True(Ipv4Address.Parse("9.255.255.255") < Ipv4Address.Parse("10.0.0.0"));
        Assert.True(Ipv4Address.Any.CompareTo(Ipv4Address.Broadcast) < 0);
        Assert.Throws<ArgumentException>(() => Ipv4Address.FromIPAddress(IPAddress.IPv6Loopback));
    }

    [Fact]
    public void An_IPv6_address_is_the_one_that_IPAddress_has() =>
        AnyIpv6.Sample(
            address =>
            {
                IPAddress other = address.ToIPAddress();
                Assert.Equal(IPAddress.Parse(address.ToString()), other);
                Assert.Equal(address, Ipv6Address.Parse(other.ToString()));
                Assert.Equal(address, Ipv6Address.Parse(address.ToString()));
                Assert.Equal(address, Ipv6Address.FromIPAddress(other));
                Assert.Equal(address, new Ipv6Address(other.GetAddressBytes()));

                // IPAddress writes a few more kinds of address with an IPv4 tail than RFC 5952 asks for.
                if (!other.ToString().Contains('.'))
                {
                    Assert.Equal(other.ToString(), address.ToString());
                }

                for (int room = 0; room < address.ToString().Length; room++)
                {
                    Assert.False(address.TryFormat(new char[room], out int written));
                    Assert.Equal(0, written);
                }
            },
            iter: 5_000);

    [Theory]
    [InlineData("::", "::")]
    [InlineData("::1", "::1")]
    [InlineData("2001:DB8:0:0:0:0:0:1", "2001:db8::1")]
    [InlineData("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1")]
    [InlineData("2001:0:0:1:0:0:0:1", "2001:0:0:1::1")]
    [InlineData("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1")]
    [InlineData("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0")]
    [InlineData("fe80::", "fe80::")]
    [InlineData("::ffff:192.0.2.1", "::ffff:192.0.2.1")]
    [InlineData("64:ff9b::192.0.2.33", "64:ff9b::c000:221")]
    public void IPv6_addresses_are_written_in_canonical_form(string text, string canonical) =>
        Assert.Equal(canonical, Ipv6Address.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData(":")]
    [InlineData(":::")]
    [InlineData("1:2:3:4:5:6:7")]
    [InlineData("1:2:3:4:5:6:7:8:9")]
    [InlineData("1:2:3:4::5:6:7:8")]
    [InlineData("1::2::3")]
    [InlineData("12345::")]
    [InlineData("g::")]
    [InlineData("::1.2.3")]
    [InlineData("1.2.3.4::")]
    [InlineData("1:2:3:4:5:6:7:1.2.3.4")]
    [InlineData("::1%eth0")]
    [InlineData("[::1]")]
    [InlineData("::1/64")]
    [InlineData(":1::")]
    public void Other_text_is_no_IPv6_address(string text)
    {
        Assert.False(Ipv6Address.TryParse(text, out Ipv6Address address));
        Assert.True(address.IsAny);
        Assert.Throws<FormatException>(() => Ipv6Address.Parse(text));
    }

    [Fact]
    public void Any_text_is_an_IPv6_address_just_when_IPAddress_takes_it() =>
        Gen.Char["0123456789abcdefABCDEF::::..%/ g"].Array[0, 45].Select(c => new string(c)).Sample(
            text =>
            {
                if (Ipv6Address.TryParse(text, out Ipv6Address address))
                {
                    Assert.Equal(IPAddress.Parse(text), address.ToIPAddress());
                }
                else
                {
                    // IPAddress also takes scopes, prefixes and blanks.
                    Assert.False(text.Contains(':') && text.AsSpan().IndexOfAny("%/ ") < 0 && IPAddress.TryParse(text, out _));
                }
            },
            iter: 20_000);

    [Fact]
    public void IPv6_addresses_know_their_kind_and_order()
    {
        Assert.True(Ipv6Address.Loopback.IsLoopback);
        Assert.True(Ipv6Address.Parse("ff02::1").IsMulticast);
        Assert.True(Ipv6Address.Parse("febf::1").IsLinkLocal);
        Assert.False(Ipv6Address.Parse("fec0::1").IsLinkLocal);
        Assert.True(Ipv6Address.Parse("::ffff:1.2.3.4").IsIpv4Mapped);
        Assert.True(Ipv6Address.Parse("1::") > Ipv6Address.Parse("0:ffff::"));
        Assert.True(Ipv6Address.Parse("::1") <= Ipv6Address.Parse("::1"));
        Assert.Throws<ArgumentException>(() => Ipv6Address.FromIPAddress(IPAddress.Loopback));
    }

    [Fact]
    public void A_pair_of_MAC_addresses_is_what_stands_at_the_start_of_a_frame()
    {
        MacAddress destination = MacAddress.Parse("02:11:22:33:44:55");
        MacAddress source = MacAddress.Parse("06:66:77:88:99:aa");
        var pair = new MacAddressPair(destination, source);
        Span<byte> frame = stackalloc byte[15];
        frame.Clear();
        Assert.True(frame.TryGetHeader(1, out HeaderRef<EthernetHeader> ethernet));
        ethernet.Value.Addresses = pair;

        Assert.Equal("000211223344550666778899AA0000", Convert.ToHexString(frame));
        Assert.Equal(pair, ethernet.Value.Addresses);
        Assert.Equal((destination, source), (ethernet.Value.Destination, ethernet.Value.Source));
        Assert.Equal((destination, source), (pair.Destination, pair.Source));
        Assert.Equal("06:66:77:88:99:AA > 02:11:22:33:44:55", pair.ToString());
        Assert.True(pair != new MacAddressPair(source, destination));
        Assert.True(pair == new MacAddressPair(destination, source));
        Assert.Equal(pair.GetHashCode(), ethernet.Value.Addresses.GetHashCode());
    }

    [Fact]
    public void Addresses_are_read_from_and_written_into_text_without_allocation()
    {
        char[] text = new char[50];
        Ipv6Address ipv6 = Ipv6Address.Parse("2001:db8::1");
        Ipv6Address mapped = Ipv6Address.Parse("::ffff:192.0.2.1");
        Ipv4Address ipv4 = Ipv4Address.Parse("192.0.2.1");
        MacAddress mac = MacAddress.Parse("00:11:22:33:44:55");
        Convert();
        long before = GC.GetAllocatedBytesForCurrentThread();
        bool all = Convert();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.True(all);

        bool Convert()
        {
            bool done = true;
            for (int i = 0; i < 100; i++)
            {
                done &= ipv6.TryFormat(text, out _) && mapped.TryFormat(text, out _) && ipv4.TryFormat(text, out _) && mac.TryFormat(text, out _);
                done &= Ipv6Address.TryParse("2001:db8::192.0.2.1", out _) && MacAddress.TryParse("0011:2233:4455", out _);
            }

            return done;
        }
    }
}
