using System.Buffers;
using System.Net;
using DpdkSharp.Headers;

namespace DpdkSharp.Fuzz;

/// <summary>MAC, IPv4 and IPv6 addresses as text, at the end of memory: read or refused; what is read is written so that it is read again, and .NET reads the same.</summary>
internal sealed unsafe class AddressTarget : FuzzTarget
{
    private static readonly SearchValues<char> s_macCharacters = SearchValues.Create("0123456789abcdefABCDEF:-");

    private readonly GuardedMemory _memory = new(4096);

    public override string Name => "addresses";

    public override int MaxLength => 64;

    public override IReadOnlyList<string> Words => [":", "::", ".", "-", "%", "ffff", "0:0", "255", "0x", "/", "1.2.3.4", "[", "]"];

    public override IEnumerable<byte[]> Seeds =>
    [
        .. ((string[])["192.0.2.1", "2001:db8::1", "::", "::ffff:1.2.3.4", "fe80::1%1", "02:00:00:00:00:01", "02-00-00-00-00-01", "0200.0000.0001", "1:2:3:4:5:6:7:8", "::1", "255.255.255.255"])
            .Select(System.Text.Encoding.Latin1.GetBytes),
    ];

    public override void Run(Span<byte> input)
    {
        var text = new Span<char>(_memory.End(input.Length * sizeof(char)), input.Length);
        for (int i = 0; i < input.Length; i++)
        {
            text[i] = (char)input[i];
        }
        // Room that ends where the longest address does, and a little less of it.
        Span<char> room = stackalloc char[64];
        if (MacAddress.TryParse(text, out MacAddress mac))
        {
            Check(!text.ContainsAnyExcept(s_macCharacters), "a MAC address is digits and marks");
            Check(MacAddress.Parse(mac.ToString()) == mac, "a MAC address that is written is read");
            Check(mac.TryFormat(room, out int written) && !mac.TryFormat(room[..(written - 1)], out _), "it takes the room that it takes");
        }
        if (Ipv4Address.TryParse(text, out Ipv4Address ipv4))
        {
            Check(Ipv4Address.Parse(ipv4.ToString()) == ipv4, "an IPv4 address that is written is read");
            Check(IPAddress.TryParse(text, out IPAddress? same) && Ipv4Address.FromIPAddress(same) == ipv4, ".NET reads the same IPv4 address");
            Check(ipv4.TryFormat(room, out int written) && !ipv4.TryFormat(room[..(written - 1)], out _), "it takes the room that it takes");
        }
        if (Ipv6Address.TryParse(text, out Ipv6Address ipv6))
        {
            Check(Ipv6Address.Parse(ipv6.ToString()) == ipv6, "an IPv6 address that is written is read");
            Check(IPAddress.TryParse(text, out IPAddress? same) && Ipv6Address.FromIPAddress(same) == ipv6, ".NET reads the same IPv6 address");
            Check(ipv6.TryFormat(room, out int written) && !ipv6.TryFormat(room[..(written - 1)], out _), "it takes the room that it takes");
        }
    }
}
