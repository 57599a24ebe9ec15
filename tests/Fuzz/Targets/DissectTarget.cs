using DpdkSharp.Testing;

namespace DpdkSharp.Fuzz;

/// <summary>Packets as text, and the difference of two. The first byte says how much of the packet is the other one.</summary>
internal sealed class DissectTarget : FuzzTarget
{
    public override string Name => "packet-text";

    public override IEnumerable<byte[]> Seeds => Samples.Packets.Select(static p => (byte[])[0, .. p]);

    public override void Run(Span<byte> input)
    {
        if (input.IsEmpty)
        {
            return;
        }
        ReadOnlySpan<byte> packet = input[1..];
        string text = PacketText.Describe(packet);
        Check(text.StartsWith(packet.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal), "the text begins with the length");
        ReadOnlySpan<byte> other = packet[Math.Min(packet.Length, (int)input[0])..];
        Check(PacketText.Compare(packet, other).Length == 0 == packet.SequenceEqual(other), "there is a difference when there is one");
        var copy = new TestPacket(packet);
        Check(copy.Payload.Length <= packet.Length, "the payload lies within the packet");
        try
        {
            PacketAssert.ChecksumsAreRight(copy);
        }
        catch (PacketAssertException e)
        {
            Check(e.Message.Contains("is wrong", StringComparison.Ordinal), "a wrong checksum is told");
        }
    }
}
