using DpdkSharp.Testing;

namespace DpdkSharp.Fuzz;

/// <summary>Chains of a real pool: copied, cloned, joined, made one, in any order, beside a model. Nothing may be lost. The first bytes are the segments' lengths, then come steps of three bytes.</summary>
internal sealed class ChainTarget : FuzzTarget
{
    private const int Head = 4;

    private readonly Lazy<PacketPool> _pool = new(static () =>
    {
        _ = TestEal.Shared;
        return PacketPool.Create("fuzz", 255, 0, dataRoomSize: 256);
    });

    public override string Name => "chain";

    public override int MaxLength => 100;

    public override IEnumerable<byte[]> Seeds => [[10, 20, 30, 3, 0, 5, 200, 1, 0, 0, 2, 9, 9, 3, 0, 0, 0, 1, 1], [1, 1, 1, 2, 3, 0, 0, 1, 0, 0, 2, 0, 0], [127, 127, 127, 3, 4, 0, 9, 3, 0, 0, 0, 0, 0, 5, 200, 9]];

    public override void Run(Span<byte> input)
    {
        if (input.Length < Head)
        {
            return;
        }
        PacketPool pool = _pool.Value;
        Span<byte> room = stackalloc byte[64];
        var model = new byte[(input[0] % 128) + (input[1] % 128) + (input[2] % 128)];
        for (int i = 0; i < model.Length; i++)
        {
            model[i] = (byte)i;
        }
        Mbuf packet = pool.CreatePacket(model, 1 + (input[0] % 128), 1 + (input[1] % 128), 5 + (input[2] % 124));
        try
        {
            for (int at = Head; at + 2 < input.Length && packet.SegmentCount < 80; at += 3)
            {
                int offset = input[at + 1] * 2;
                int length = input[at + 2] * 4;
                switch (input[at] % 5)
                {
                    case 0:
                        Check(packet.TryCopy(pool, out Mbuf copy, offset, length) == offset < model.Length, "a copy is made of what is there");
                        if (!copy.IsNull)
                        {
                            packet.Free();
                            packet = copy;
                            model = model.AsSpan(offset, Math.Min(length, model.Length - offset)).ToArray();
                        }
                        break;
                    case 1:
                        Check(packet.TryClone(pool, out Mbuf clone), "the pool has enough for a clone");
                        packet.Free();
                        packet = clone;
                        break;
                    case 2:
                        Mbuf tail = pool.CreatePacket(model.AsSpan(0, Math.Min(model.Length, 100)), 10 + (input[at + 1] % 119));
                        Check(packet.TryChain(tail), "there is room for more segments");
                        model = [.. model, .. model.AsSpan(0, Math.Min(model.Length, 100))];
                        break;
                    case 3 when !packet.IsClone && packet.ReferenceCount == 1:
                        int first = packet.DataLength;
                        Check(packet.TryLinearize() == (packet.IsContiguous || model.Length - first <= 128 - first), "what fits is made one");
                        break;
                    default:
                        Span<byte> bytes = room[..(input[at + 2] % 65)];
                        bool inside = offset + bytes.Length <= model.Length;
                        Check(packet.TryRead(offset, bytes) == inside && (!inside || bytes.SequenceEqual(model.AsSpan(offset, bytes.Length))), "what is there is read");
                        break;
                }
                Check(TestPacket.Copy(packet).Span.SequenceEqual(model), "the bytes are the model's");
            }
        }
        finally
        {
            packet.Free();
        }
        // Reading the count walks no list: the pool has no cache.
        Check(pool.InUseCount == 0, "every buffer is back");
    }
}
