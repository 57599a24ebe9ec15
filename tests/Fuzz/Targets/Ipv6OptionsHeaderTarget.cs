using DpdkSharp.Headers;

namespace DpdkSharp.Fuzz;

/// <summary>IPv6 hop-by-hop and destination options.</summary>
internal sealed class Ipv6OptionsHeaderTarget() : VariableHeaderTarget<Ipv6OptionsHeader>("ipv6-options", PacketLayerType.Ipv6HopByHop, PacketLayerType.Ipv6DestinationOptions)
{
    protected override void Walk(Span<byte> packet, int offset, Span<byte> options, ref Ipv6OptionsHeader header)
    {
        var walk = new Ipv6Options(options);
        int last = -1;
        foreach (Ipv6Option option in walk)
        {
            CheckOption(options, option.Offset, option.Data, ref last);
            Check(walk.TryFind(option.Type, out Ipv6Option found) && found.Offset <= option.Offset, "an option that the walk comes to is found");
            _ = option.MayChange;
        }
        _ = walk.AreWellFormed;
    }
}
