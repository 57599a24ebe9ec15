using DpdkSharp.Headers;

namespace DpdkSharp.Fuzz;

/// <summary>Checksums in one piece, piece by piece and by an update, against a sum of words as RFC 1071 writes it. The first 40 bytes are addresses, protocol and cuts.</summary>
internal sealed class ChecksumTarget : FuzzTarget
{
    private const int Head = 40;

    private readonly GuardedChain _chain = new(512);

    public override string Name => "checksum";

    public override IEnumerable<byte[]> Seeds => Samples.Packets.Take(40).Select(static p => (byte[])[.. new byte[32], 17, 3, 9, 27, 5, 0, 0, 0, .. p]).Append(new byte[Head + 8]);

    public override void Run(Span<byte> input)
    {
        if (input.Length < Head)
        {
            return;
        }
        Span<byte> data = input[Head..];
        ushort sum = Reference(data);
        Check(InternetChecksum.Compute(data) == (ushort)~sum, "the checksum is that of RFC 1071");
        var pieces = default(InternetChecksumAccumulator);
        foreach (Mbuf segment in _chain.Set(data, input[33..36]).Segments)
        {
            pieces.Add(segment.Data);
        }
        Check(pieces.Checksum == (ushort)~sum && pieces.IsValid == (sum == 0xFFFF), "piece by piece it is the same");
        Check(InternetChecksum.IsValid(data) == (sum == 0xFFFF), "data are valid when their sum is");
        if (data.Length >= 2)
        {
            ushort before = InternetChecksum.Compute(data);
            ushort old = (ushort)((data[0] << 8) | data[1]);
            ushort value = (ushort)((input[38] << 8) | input[39]);
            data[0] = input[38];
            data[1] = input[39];
            ushort after = InternetChecksum.Compute(data);
            ushort updated = InternetChecksum.Update(before, old, value);
            // Zero has two forms, and only data of zeros have the other one.
            Check(updated == after || (updated | after) == 0xFFFF && (updated & after) == 0, "an update is a new computation");
        }
        Transport(input, data);
    }

    private static void Transport(ReadOnlySpan<byte> input, Span<byte> data)
    {
        IpProtocol protocol = (input[32] & 3) switch { 0 => IpProtocol.Tcp, 1 => IpProtocol.Udp, 2 => IpProtocol.Icmpv6, _ => (IpProtocol)input[32] };
        var source = new Ipv6Address(input[..16]);
        var destination = new Ipv6Address(input[16..32]);
        _ = TransportChecksum.IsValid(source, destination, protocol, data);
        _ = TransportChecksum.IsValid(new Ipv4Address(input[..4]), new Ipv4Address(input[4..8]), protocol, data);
        (int size, int field) = protocol switch { IpProtocol.Tcp => (20, 16), IpProtocol.Udp => (8, 6), IpProtocol.Icmpv6 => (8, 2), _ => (int.MaxValue, 0) };
        if (data.Length < size)
        {
            Check(!TransportChecksum.IsValid(source, destination, protocol, data), "less than a header is not valid");
            return;
        }
        ushort checksum = TransportChecksum.Compute(source, destination, protocol, data);
        data[field] = (byte)(checksum >> 8);
        data[field + 1] = (byte)checksum;
        Check(TransportChecksum.IsValid(source, destination, protocol, data), "a computed checksum is valid over IPv6");
        var pieces = default(InternetChecksumAccumulator);
        pieces.AddPseudoHeader(source, destination, protocol, data.Length);
        pieces.Add(data);
        Check(pieces.IsValid, "and piece by piece");
        if (protocol != IpProtocol.Icmpv6)
        {
            checksum = TransportChecksum.Compute(new Ipv4Address(input[..4]), new Ipv4Address(input[4..8]), protocol, data);
            data[field] = (byte)(checksum >> 8);
            data[field + 1] = (byte)checksum;
            Check(TransportChecksum.IsValid(new Ipv4Address(input[..4]), new Ipv4Address(input[4..8]), protocol, data), "a computed checksum is valid over IPv4");
        }
    }

    private static ushort Reference(ReadOnlySpan<byte> data)
    {
        uint sum = 0;
        for (int i = 0; i < data.Length; i += 2)
        {
            sum += (uint)(data[i] << 8) | (i + 1 < data.Length ? data[i + 1] : 0u);
        }
        while (sum > 0xFFFF)
        {
            sum = (sum & 0xFFFF) + (sum >> 16);
        }
        return (ushort)sum;
    }
}
