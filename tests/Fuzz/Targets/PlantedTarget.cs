namespace DpdkSharp.Fuzz;

/// <summary>A mistake for the fuzzer to find, so that it is known to find some. Not among the targets that are run by default.</summary>
internal sealed class PlantedTarget(string name, PlantedTarget.Mistake mistake) : FuzzTarget
{
    /// <summary>The first byte of the inputs that come to the mistake.</summary>
    public const byte Trigger = 0x42;

    private readonly GuardedChain _chain = new(256);

    /// <summary>What a mistake has to do with.</summary>
    public readonly ref struct Memory(Span<byte> input, Mbuf chain)
    {
        public Span<byte> Input { get; } = input;

        public Mbuf Chain { get; } = chain;
    }

    /// <summary>Makes it.</summary>
    public delegate void Mistake(Memory memory);

    public override string Name => $"planted-{name}";

    public override int MaxLength => 64;

    public override IEnumerable<byte[]> Seeds => [[0, 1, 2, 3]];

    public static IReadOnlyList<Func<FuzzTarget>> All { get; } =
    [
        static () => new PlantedTarget("read-too-far", static m => ReadBehind(m.Input)),
        static () => new PlantedTarget("mbuf-read-too-far", static m => ReadBehind(m.Chain.Next.Data)),
        static () => new PlantedTarget("exception", static m => _ = m.Input.ToArray()[m.Input.Length]),
        static () => new PlantedTarget("contradiction", static _ => Check(false, "two and two are five")),
        static () => new PlantedTarget("hang", static _ => Thread.Sleep(Timeout.Infinite)),
    ];

    public override void Run(Span<byte> input)
    {
        if (input.Length > 0 && input[0] == Trigger)
        {
            mistake(new Memory(input, _chain.Set(input, [1])));
        }
    }

    private static unsafe void ReadBehind(Span<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            GC.KeepAlive(start[bytes.Length]);
        }
    }
}
