using DpdkSharp.Headers;

namespace DpdkSharp.Fuzz;

/// <summary>GRE: the optional words are where they are said to be.</summary>
internal sealed class GreHeaderTarget() : VariableHeaderTarget<GreHeader>("gre", PacketLayerType.Gre)
{
    protected override void Walk(Span<byte> packet, int offset, Span<byte> options, ref GreHeader header)
    {
        int at = GreHeader.Size;
        foreach ((bool there, int where) in (ReadOnlySpan<(bool, int)>)[(header.HasChecksum, header.ChecksumOffset), (header.HasKey, header.KeyOffset), (header.HasSequenceNumber, header.SequenceNumberOffset)])
        {
            Check(where == (there ? at : -1), "optional words follow in their order");
            Check(!there || packet.TryReadHeader(offset + where, out GreKeyWord _), "a word of a whole header is there");
            at += there ? 4 : 0;
        }
        Check(at == header.HeaderLength, "the words are the header's length");
    }
}
