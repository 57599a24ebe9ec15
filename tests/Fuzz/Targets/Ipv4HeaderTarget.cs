using DpdkSharp.Headers;

namespace DpdkSharp.Fuzz;

/// <summary>IPv4: options, checksum and time to live.</summary>
internal sealed class Ipv4HeaderTarget() : VariableHeaderTarget<Ipv4Header>("ipv4", PacketLayerType.Ipv4)
{
    protected override void Walk(Span<byte> packet, int offset, Span<byte> options, ref Ipv4Header header)
    {
        var walk = new Ipv4Options(options);
        int last = -1;
        foreach (Ipv4Option option in walk)
        {
            CheckOption(options, option.Offset, option.Data, ref last);
            Check(walk.TryFind(option.Type, out Ipv4Option found) && found.Offset <= option.Offset, "an option that the walk comes to is found");
            _ = option.IsCopied;
        }
        _ = walk.AreWellFormed;
        Ipv4Header copy = header;
        copy.Checksum = copy.ComputeChecksum(options);
        Check(copy.HasValidChecksum(options), "a computed checksum is valid");
        Check(copy.Checksum != 0 || header.ComputeChecksum(options) == 0, "a checksum does not depend on what was there");
        if (copy.TryDecrementTimeToLive())
        {
            Check(copy.HasValidChecksum(options) && copy.TimeToLive == header.TimeToLive - 1, "one hop less, and the checksum is still valid");
        }
    }
}
