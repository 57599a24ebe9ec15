using DpdkSharp.Headers;

namespace DpdkSharp.Fuzz;

/// <summary>The walk over the headers of a packet, in one piece and over a chain. The first four bytes say what it starts with and where it is cut.</summary>
internal sealed class LayersTarget : FuzzTarget
{
    private const int Head = 4;

    private readonly GuardedChain _chain = new(512);

    public override string Name => "layers";

    public override IEnumerable<byte[]> Seeds => Samples.Packets.Select(static p => (byte[])[0x81, 20, 40, 3, .. p]);

    public override void Run(Span<byte> input)
    {
        if (input.Length < Head)
        {
            return;
        }
        ReadOnlySpan<byte> packet = input[Head..];
        // Ethernet mostly, and whatever else there is, with a number or two that are none.
        PacketLayerType first = (input[0] & 0x40) != 0 ? (PacketLayerType)(input[0] & 0x1F) : PacketLayerType.Ethernet;
        bool tunnels = (input[0] & 0x80) != 0;

        PacketLayers layers = PacketLayers.Parse(packet, first, tunnels);

        int end = 0;
        for (int i = 0; i < layers.Count; i++)
        {
            PacketLayer layer = layers[i];
            Check(layer.Offset == end && layer.Length > 0 && layer.End <= packet.Length, "layers follow each other within the packet");
            Check(layers.TryFind(layer.Type, out PacketLayer found) && found.Offset <= layer.Offset, "a layer is found");
            Check(layers.TryFindLast(layer.Type, out found) && found.Offset >= layer.Offset, "a layer is found from the end");
            end = layer.End;
        }
        Check(layers.PayloadOffset >= end && layers.PayloadOffset + layers.PayloadLength <= packet.Length, "the payload lies behind the layers, within the packet");
        Check(Enum.IsDefined(layers.Stop) && layers.NextProtocol is >= -1 and <= ushort.MaxValue, "the walk says why it ended");

        PacketLayers chained = _chain.Set(packet, input[1..4]).ParseLayers(first, tunnels);
        Check(Same(layers, chained), "a chain has the same layers");
        // One that contradicts itself has some layers or others, and nothing is read that is not there.
        _ = _chain.Lie(packet.Length + input[1], 1 + (input[2] % 8)).ParseLayers(first, tunnels);
        _ = _chain.Lie(input[3] * 0x0101_0101, 2).ParseLayers(first, tunnels);
    }

    private static bool Same(in PacketLayers left, in PacketLayers right)
    {
        bool same = (left.Count, left.Stop, left.NextProtocol, left.PayloadOffset, left.PayloadLength, left.IsFragment) == (right.Count, right.Stop, right.NextProtocol, right.PayloadOffset, right.PayloadLength, right.IsFragment);
        for (int i = 0; same && i < left.Count; i++)
        {
            same = (left[i].Type, left[i].Offset, left[i].Length) == (right[i].Type, right[i].Offset, right[i].Length);
        }
        return same;
    }
}
