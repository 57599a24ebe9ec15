using DpdkSharp.Headers;

namespace DpdkSharp.Fuzz;

/// <summary>TCP: options.</summary>
internal sealed class TcpHeaderTarget() : VariableHeaderTarget<TcpHeader>("tcp", PacketLayerType.Tcp)
{
    protected override void Walk(Span<byte> packet, int offset, Span<byte> options, ref TcpHeader header)
    {
        var walk = new TcpOptions(options);
        int last = -1;
        foreach (TcpOption option in walk)
        {
            CheckOption(options, option.Offset, option.Data, ref last);
            Check(walk.TryFind(option.Kind, out TcpOption found) && found.Offset <= option.Offset, "an option that the walk comes to is found");
            Check(!option.TryGetMaximumSegmentSize(out _) || option.Data.Length == 2, "a segment size has two bytes");
            Check(!option.TryGetWindowScale(out _) || option.Data.Length == 1, "a window scale has one byte");
            Check(!option.TryGetTimestamps(out _, out _) || option.Data.Length == 8, "timestamps have eight bytes");
        }
        _ = walk.AreWellFormed;
    }
}
