using DpdkSharp.Headers;

namespace DpdkSharp.Fuzz;

/// <summary>GTP-U: extension headers.</summary>
internal sealed class GtpuHeaderTarget() : VariableHeaderTarget<GtpuHeader>("gtpu", PacketLayerType.Gtpu)
{
    protected override bool Inspect(Span<byte> packet, int offset, ref GtpuHeader header)
    {
        bool possible = base.Inspect(packet, offset, ref header);
        ReadOnlySpan<byte> message = packet[offset..];
        var walk = new GtpuExtensions(message);
        int end = GtpuHeader.Size + GtpuOptionalFields.Size;
        foreach (GtpuExtension extension in walk)
        {
            Check(extension.Offset == end && extension.Content.Length >= 2 && extension.Content.Length % 4 == 2, "extension headers follow each other, in words");
            end = extension.Offset + extension.Content.Length + 2;
            Check(end <= message.Length, "an extension header lies within the message");
            Check(walk.TryFind(extension.Type, out GtpuExtension found) && found.Offset <= extension.Offset, "one that the walk comes to is found");
        }
        _ = walk.AreWellFormed;
        return possible;
    }
}
