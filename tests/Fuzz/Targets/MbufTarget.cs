namespace DpdkSharp.Fuzz;

/// <summary>
/// A packet with room before and behind it, between guard pages, that is grown, cut, read and written in any order and to any length, beside a model: a list of bytes. Each step is
/// three bytes.
/// </summary>
internal sealed class MbufTarget : FuzzTarget
{
    private readonly GuardedChain _chain = new(4096);
    private readonly byte[] _bytes = new byte[256];

    public override string Name => "mbuf";

    public override int MaxLength => 120;

    public override IEnumerable<byte[]> Seeds =>
    [
        [10, 20, 5, 0, 0, 4, 1, 0, 5, 2, 0, 3, 3, 0, 2, 4, 0, 1, 5, 2, 9],
        [0, 0, 0, 0, 0, 1, 1, 0, 1, 2, 0, 1, 3, 0, 1, 4, 0, 0, 5, 0, 0],
        [200, 255, 100, 1, 0, 255, 0, 0, 200, 3, 1, 44, 2, 255, 255, 4, 128, 0],
    ];

    public override void Run(Span<byte> input)
    {
        if (input.Length < 3)
        {
            return;
        }
        int headroom = input[0];
        int tailroom = input[1];
        _bytes.AsSpan().Fill(0x5A);
        Mbuf packet = _chain.SetWithRoom(_bytes.AsSpan(0, input[2]), headroom, tailroom);
        List<byte> model = [.. _bytes.AsSpan(0, input[2])];
        byte value = 0;
        for (int at = 3; at + 2 < input.Length; at += 3)
        {
            // From far below zero to far beyond what there is.
            int number = (short)((input[at + 1] << 8) | input[at + 2]);
            switch (input[at] % 6)
            {
                case 0:
                    bool prepended = packet.TryPrepend(number, out Span<byte> head);
                    Check(prepended == (number >= 0 && number <= headroom) && head.Length == (prepended ? number : 0), "there is room before the data, or not");
                    if (prepended)
                    {
                        head.Fill(++value);
                        model.InsertRange(0, Enumerable.Repeat(value, number));
                        headroom -= number;
                    }
                    break;
                case 1:
                    bool appended = packet.TryAppend(number, out Span<byte> tail);
                    Check(appended == (number >= 0 && number <= tailroom) && tail.Length == (appended ? number : 0), "there is room behind the data, or not");
                    if (appended)
                    {
                        tail.Fill(++value);
                        model.AddRange(Enumerable.Repeat(value, number));
                        tailroom -= number;
                    }
                    break;
                case 2:
                    bool adjusted = packet.TryAdjust(number);
                    Check(adjusted == (number >= 0 && number <= model.Count), "bytes are cut off the start, or not");
                    if (adjusted)
                    {
                        model.RemoveRange(0, number);
                        headroom += number;
                    }
                    break;
                case 3:
                    bool trimmed = packet.TryTrim(number);
                    Check(trimmed == (number >= 0 && number <= model.Count), "bytes are cut off the end, or not");
                    if (trimmed)
                    {
                        model.RemoveRange(model.Count - number, number);
                        tailroom += number;
                    }
                    break;
                case 4:
                    Span<byte> read = _bytes.AsSpan(0, input[at + 2]);
                    int from = (sbyte)input[at + 1];
                    bool inside = from >= 0 && from + read.Length <= model.Count;
                    Check(packet.TryRead(from, read) == inside, "what is there is read");
                    Check(!inside || read.SequenceEqual(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(model).Slice(from, read.Length)), "and is what it should be");
                    break;
                default:
                    Span<byte> written = _bytes.AsSpan(0, input[at + 2]);
                    int to = (sbyte)input[at + 1];
                    written.Fill(++value);
                    bool there = to >= 0 && to + written.Length <= model.Count;
                    Check(packet.TryWrite(to, written) == there, "what is there is written");
                    if (there)
                    {
                        written.CopyTo(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(model)[to..]);
                    }
                    break;
            }
            Check((packet.Headroom, packet.Tailroom, packet.DataLength, packet.PacketLength) == (headroom, tailroom, model.Count, model.Count), "lengths and rooms add up");
            Check(packet.Data.SequenceEqual(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(model)), "the bytes are the model's");
        }
    }
}
