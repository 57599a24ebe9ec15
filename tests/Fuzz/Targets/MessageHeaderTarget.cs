using DpdkSharp.Headers;

namespace DpdkSharp.Fuzz;

/// <summary>ICMP and SCTP: their checksums over all that follows.</summary>
internal sealed class MessageHeaderTarget<T>(string name, PacketLayerType layer, Func<ReadOnlySpan<byte>, bool> isValid, MessageHeaderTarget<T>.Completion complete) : HeaderTarget<T>(name, layer)
    where T : unmanaged, IPacketHeader<T>
{
    /// <summary>Puts the right checksum into the header.</summary>
    public delegate void Completion(ref T header, ReadOnlySpan<byte> message);

    protected override bool Inspect(Span<byte> packet, int offset, ref T header)
    {
        Span<byte> message = packet[offset..];
        T before = header;
        _ = isValid(message);
        complete(ref header, message);
        Check(isValid(message), "a computed checksum is valid");
        for (int cut = 0; cut < Math.Min(T.Size, message.Length); cut++)
        {
            Check(!isValid(message[..cut]), "less than a header is not valid");
        }
        header = before;
        return true;
    }
}
